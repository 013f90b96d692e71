package id.antar.bench.store;

import id.antar.api.message.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;

/// Orders placed by several callers at a time, each of whom places the next one when the last is
/// acknowledged.
///
/// @param callers at a time
/// @param warmUp not measured
record Placing(int callers, Duration warmUp, Duration measured) {

  /// Processor time of this process, and of those that it started.
  private record Processors(Duration own, Duration others) {

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
      return new Processors(own.minus(before.own), others.minus(before.others));
    }
  }

  /// @param nanos how long each took, in order
  /// @param own processor time of this process for each, the others' beside it
  record Figures(double rate, long[] nanos, Duration own, Duration others) {

    double millis(double share) {
      return nanos[(int) (nanos.length * share)] / 1e6;
    }

    void print(String name) {
      System.out.printf(
          Locale.ROOT,
          "  %-24s %7.0f orders/s, p50 %.1f ms, p99 %.1f ms; %d + %d µs of processor time each%n",
          name,
          rate,
          millis(0.5),
          millis(0.99),
          own.toNanos() / 1000,
          others.toNanos() / 1000);
    }
  }

  Figures run(CommandGateway commands) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      var orders = new Orders();
      orders.merchants().forEach(command -> accepted(commands.sendAndWait(command)));
      var next = new AtomicInteger();
      long[] _ = place(commands, threads, orders, next, warmUp);
      Processors before = Processors.used();
      long[] nanos = place(commands, threads, orders, next, measured);
      Processors used = Processors.used().since(before);
      Arrays.sort(nanos);
      return new Figures(
          nanos.length / (double) measured.toSeconds(),
          nanos,
          used.own().dividedBy(nanos.length),
          used.others().dividedBy(nanos.length));
    }
  }

  private long[] place(
      CommandGateway commands,
      ExecutorService threads,
      Orders orders,
      AtomicInteger next,
      Duration time)
      throws Exception {
    long end = System.nanoTime() + time.toNanos();
    List<Future<long[]>> all = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      all.add(threads.submit(() -> placeUntil(end, commands, orders, next)));
    }
    LongStream nanos = LongStream.empty();
    for (Future<long[]> one : all) {
      nanos = LongStream.concat(nanos, Arrays.stream(one.get()));
    }
    return nanos.toArray();
  }

  private static long[] placeUntil(
      long end, CommandGateway commands, Orders orders, AtomicInteger next) {
    LongStream.Builder took = LongStream.builder();
    for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
      accepted(commands.sendAndWait(orders.order(next.getAndIncrement())));
      took.add(System.nanoTime() - begin);
    }
    return took.build().toArray();
  }

  private static void accepted(Object receipt) {
    if (!(receipt instanceof Receipt.Accepted)) {
      throw new IllegalStateException("An order was not placed: " + receipt);
    }
  }
}
