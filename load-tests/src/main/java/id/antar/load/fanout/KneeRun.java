package id.antar.load.fanout;

import java.io.PrintStream;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/// How much the engine can carry to this crowd before positions come late.
final class KneeRun {

  private static final double MOST_PER_COURIER = 20;
  private static final int BISECTIONS = 4;
  private static final int SETTLES_SECONDS = 5;
  private static final double NEARLY_ALL = 0.99;

  private final FanOutOptions options;
  private final PrintStream out;

  KneeRun(FanOutOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /// @return whether the first rate was good
  boolean on(Bench bench) throws InterruptedException {
    bench.openFollowers(options.clients());
    bench.crowd().pace(options.rate());
    TimeUnit.SECONDS.sleep(options.warmUp());
    OptionalDouble knee =
        new KneeSearch(options.rate(), MOST_PER_COURIER, BISECTIONS)
            .find(rate -> isGoodAt(rate, bench));
    out.print(SteadyRun.odd(bench));
    if (knee.isEmpty()) {
      out.println("knee: below " + options.rate() + " fixes per second of each courier");
    } else {
      double perSecond = knee.getAsDouble() * options.clients();
      out.printf(
          "knee: %.2f fixes per second of each courier, about %,.0f deliveries per second%s%n",
          knee.getAsDouble(),
          perSecond,
          knee.getAsDouble() == MOST_PER_COURIER ? ", or more: a courier may send no more" : "");
    }
    return knee.isPresent();
  }

  /// Late is late, and so is what was overtaken by its successor on the way.
  private boolean isGoodAt(double rate, Bench bench) throws InterruptedException {
    bench.crowd().pace(rate);
    TimeUnit.SECONDS.sleep(SETTLES_SECONDS);
    Measurement step = bench.gauge().measure(options.seconds());
    boolean good =
        step.p99Millis() <= options.maxP99Millis()
            && step.count().got() >= NEARLY_ALL * step.count().wanted();
    out.printf(
        "rate %6.2f  %,9.0f of %,9.0f per second  p50 %.2f  p99 %.2f ms  %.1f %% = %.2f us each "
            + " %s%n",
        rate,
        step.count().perSecond(),
        step.count().wanted() / step.count().seconds(),
        step.count().p50() / 1e3,
        step.p99Millis(),
        step.cpuPercent(),
        step.cpuMicrosEach(),
        good ? "good" : "too much");
    return good;
  }
}
