package id.antar.bench.store;

import id.antar.api.message.Receipt;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/// How many orders a second are placed, each acknowledged when its event is durable, by 64 callers
/// at a time: on the engine's event store, and on Axon's as it comes, on the same database.
public final class CommandComparison {

  private static final int CALLERS = 64;
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final Duration MEASURED = Duration.ofSeconds(20);
  private static final int ROUNDS = 3;

  /// Processor time of this process, and of those that it started.
  private record Processors(Duration engine, Duration database) {

    static Processors used() {
      ProcessHandle self = ProcessHandle.current();
      return new Processors(of(Stream.of(self)), of(self.descendants()));
    }

    private static Duration of(Stream<ProcessHandle> processes) {
      return processes
          .flatMap(process -> process.info().totalCpuDuration().stream())
          .reduce(Duration.ZERO, Duration::plus);
    }

    Processors since(Processors before) {
      return new Processors(engine.minus(before.engine), database.minus(before.database));
    }
  }

  private CommandComparison() {}

  public static void main(String[] arguments) throws Exception {
    Path work = Files.createTempDirectory(Path.of(arguments[0]), "commands-");
    System.out.println(
        "orders placed, 64 at a time; of each turn 15 s to warm up and 20 s measured");
    try {
      var ratios = new ArrayList<Double>();
      for (int round = 1; round <= ROUNDS; round++) {
        boolean stockFirst = round % 2 == 1;
        double first = stockFirst ? stock(work) : antar(work);
        double second = stockFirst ? antar(work) : stock(work);
        ratios.add(stockFirst ? second / first : first / second);
      }
      ratios.sort(null);
      System.out.printf("antar's / axon's: %.2f (median of %d)%n", ratios.get(ROUNDS / 2), ROUNDS);
    } finally {
      delete(work);
    }
  }

  private static double stock(Path work) throws Exception {
    return run("axon's", work, StockStore.class);
  }

  private static double antar(Path work) throws Exception {
    return run("antar's", work);
  }

  private static double run(String name, Path work, Class<?>... instead) throws Exception {
    try (var engine = Engine.start(work, instead);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      var orders = new Orders();
      orders.merchants().forEach(command -> accepted(engine.commands().sendAndWait(command)));
      var next = new AtomicInteger();
      long[] _ = place(engine, callers, orders, next, WARM_UP);
      Processors before = Processors.used();
      long[] nanos = place(engine, callers, orders, next, MEASURED);
      Processors used = Processors.used().since(before);
      Arrays.sort(nanos);
      double rate = nanos.length / (double) MEASURED.toSeconds();
      System.out.printf(
          "  %-8s %7.0f orders/s, p50 %.1f ms, p99 %.1f ms; %d + %d µs of processor time each%n",
          name,
          rate,
          millis(nanos, 0.5),
          millis(nanos, 0.99),
          used.engine().dividedBy(nanos.length).toNanos() / 1000,
          used.database().dividedBy(nanos.length).toNanos() / 1000);
      return rate;
    }
  }

  private static double millis(long[] sorted, double share) {
    return sorted[(int) (sorted.length * share)] / 1e6;
  }

  /// @return how long each took, in nanoseconds
  private static long[] place(
      Engine engine, ExecutorService callers, Orders orders, AtomicInteger next, Duration time)
      throws Exception {
    long end = System.nanoTime() + time.toNanos();
    List<Future<long[]>> all = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      all.add(callers.submit(() -> placeUntil(end, engine, orders, next)));
    }
    LongStream nanos = LongStream.empty();
    for (Future<long[]> one : all) {
      nanos = LongStream.concat(nanos, Arrays.stream(one.get()));
    }
    return nanos.toArray();
  }

  private static long[] placeUntil(long end, Engine engine, Orders orders, AtomicInteger next) {
    LongStream.Builder took = LongStream.builder();
    for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
      accepted(engine.commands().sendAndWait(orders.order(next.getAndIncrement())));
      took.add(System.nanoTime() - begin);
    }
    return took.build().toArray();
  }

  private static void accepted(Object receipt) {
    if (!(receipt instanceof Receipt.Accepted)) {
      throw new IllegalStateException("An order was not placed: " + receipt);
    }
  }

  /// A server that ends still writes and removes files of its own.
  private static void delete(Path work) throws IOException {
    for (int i = 1; Files.exists(work); i++) {
      try {
        boolean _ = FileSystemUtils.deleteRecursively(work);
      } catch (FileSystemException e) {
        if (i == 100) {
          throw e;
        }
      }
    }
  }
}
