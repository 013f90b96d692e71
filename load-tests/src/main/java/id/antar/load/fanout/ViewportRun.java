package id.antar.load.fanout;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/// What it costs to show couriers on maps.
final class ViewportRun {

  private final FanOutOptions options;
  private final PrintStream out;

  ViewportRun(FanOutOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  boolean on(Bench bench) throws InterruptedException {
    bench.openViewers(options.viewers());
    bench.crowd().pace(options.rate());
    TimeUnit.SECONDS.sleep(options.warmUp());
    Measurement measured = bench.gauge().measure(options.seconds());
    out.print(measured);
    out.print(SteadyRun.odd(bench));
    return measured.count().got() > 0;
  }
}
