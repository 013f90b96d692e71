package id.antar.load.fanout;

import id.antar.load.fanout.wire.Line;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What a connection takes of the engine's memory that has a topic and hears nothing.
final class IdleRun {

  private static final int SETTLES_SECONDS = 5;

  private final FanOutOptions options;
  private final PrintStream out;

  IdleRun(FanOutOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  boolean on(Bench bench) throws InterruptedException {
    bench.crowd().pace(0);
    double cold = round(bench);
    double warm = round(bench);
    out.printf(
        "%,d idle connections with a topic: %.1f KiB each of resident memory;"
            + " %.1f KiB on a process that had as many before%n",
        options.clients(), cold, warm);
    return true;
  }

  private double round(Bench bench) throws InterruptedException {
    long before = Gauge.residentKib(bench.pid());
    List<Line> lines = bench.openFollowers(options.clients());
    TimeUnit.SECONDS.sleep(SETTLES_SECONDS);
    long after = Gauge.residentKib(bench.pid());
    out.printf("resident before %,d KiB, after %,d KiB%n", before, after);
    bench.part(lines);
    TimeUnit.SECONDS.sleep(SETTLES_SECONDS);
    return (double) (after - before) / options.clients();
  }
}
