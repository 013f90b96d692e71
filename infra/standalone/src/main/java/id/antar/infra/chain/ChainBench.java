package id.antar.infra.chain;

import id.antar.api.customer.CustomerCommand.RegisterCustomer;
import id.antar.api.customer.CustomerId;
import id.antar.api.message.Receipt;
import id.antar.api.ops.JobProgress;
import id.antar.api.ops.JobResult;
import id.antar.api.person.Contact;
import id.antar.api.person.Personal;
import id.antar.api.time.EngineClock;
import id.antar.infra.startup.MeasuredEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.ApplicationContext;

/// `antar bench log`: what the chain costs whoever appends events. Durable commands of one event
/// each, 64 at a time, in rounds in which the chain is followed and rounds in which it is not, one
/// after the other on the same engine; then how fast the log is verified.
public final class ChainBench {
  private static final int AT_A_TIME = 64;
  private static final String WORK = "--antar.work=";
  private static final int ROUNDS = 3;
  private static final int WARM_UP_SECONDS = 5;

  private final CommandGateway commands;
  private final EngineClock clock;
  private final ApplicationContext engine;

  private ChainBench(ApplicationContext engine) {
    this.engine = engine;
    this.commands = engine.getBean(CommandGateway.class);
    this.clock = engine.getBean(EngineClock.class);
  }

  /// @param arguments `--antar.work=` a new folder, and `--seconds=N` of each round (10)
  /// @return the status to exit with
  public static int run(String... arguments) {
    try {
      int seconds = option("--seconds=", arguments).map(Integer::valueOf).orElse(10);
      Path work =
          option("--antar.work=", arguments)
              .map(Path::of)
              .orElseThrow(() -> new IllegalArgumentException("It needs a new folder."));
      try (var engine = MeasuredEngine.in(work).start("--antar.log.chained=false")) {
        new ChainBench(engine).run(seconds);
        return 0;
      }
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static Optional<String> option(String name, String... arguments) {
    return Arrays.stream(arguments)
        .filter(it -> it.startsWith(name))
        .map(it -> it.substring(name.length()))
        .findFirst();
  }

  private void run(int seconds) throws InterruptedException {
    var _ = round(WARM_UP_SECONDS);
    for (int i = 0; i < ROUNDS; i++) {
      System.out.println("not chained  " + round(seconds));
      try (var following = new FollowingChain(engine.getBean(ChainFollower.class))) {
        following.start();
        System.out.println("chained      " + round(seconds));
      }
    }
    engine.getBean(ChainFollower.class).followToEnd();
    verify();
  }

  private record Round(List<Long> nanos, double seconds) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,8.0f commands/s, p50 %.1f ms, p99 %.1f ms",
          nanos.size() / seconds,
          nanos.get(nanos.size() / 2) / 1e6,
          nanos.get(nanos.size() * 99 / 100) / 1e6);
    }
  }

  private Round round(int seconds) throws InterruptedException {
    long began = System.nanoTime();
    long until = began + TimeUnit.SECONDS.toNanos(seconds);
    var nanos = new ConcurrentLinkedQueue<Long>();
    List<CompletableFuture<Void>> sending = new ArrayList<>();
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < AT_A_TIME; i++) {
        sending.add(CompletableFuture.runAsync(() -> send(until, nanos), senders));
      }
    }
    double took = (System.nanoTime() - began) / 1e9;
    // One that ended early would make it a measurement of something else.
    sending.forEach(CompletableFuture::join);
    return new Round(nanos.stream().sorted().toList(), took);
  }

  private void send(long until, ConcurrentLinkedQueue<Long> nanos) {
    while (System.nanoTime() < until) {
      long sent = System.nanoTime();
      CompletableFuture<Receipt> answer = commands.send(fresh());
      Receipt receipt = answer.join();
      if (!(receipt instanceof Receipt.Accepted)) {
        throw new IllegalStateException("A command was not accepted: " + receipt);
      }
      nanos.add(System.nanoTime() - sent);
    }
  }

  private RegisterCustomer fresh() {
    var id = new CustomerId(UUID.randomUUID().toString());
    var contact = Personal.of(id.personId(), new Contact("Somebody", "+377 1234"));
    return new RegisterCustomer(id, contact, clock.instant());
  }

  private void verify() {
    engine
        .getBean(GuardedLog.class)
        .verify(
            0,
            List.of(),
            new JobProgress() {
              @Override
              public void total(long units) {}

              @Override
              public void advance(long units) {}

              @Override
              public void summary(String line) {
                System.out.println("verified     " + line);
              }

              @Override
              public Path result(JobResult result) {
                throw new UnsupportedOperationException();
              }

              @Override
              public void finding(String line) {
                System.out.println("! " + line);
              }
            });
  }
}
