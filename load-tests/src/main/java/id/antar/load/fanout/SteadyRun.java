package id.antar.load.fanout;

import id.antar.load.fanout.measure.FactLedger;
import id.antar.load.fanout.scene.FactTeller;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/// One crowd at one rate.
final class SteadyRun {

  private static final int FACTS_ARRIVE_WITHIN_SECONDS = 5;

  private final FanOutOptions options;
  private final PrintStream out;

  SteadyRun(FanOutOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /// @return whether everything was as it should be
  boolean on(Bench bench) throws InterruptedException {
    long before = Gauge.residentKib(bench.pid());
    bench.openFollowers(options.clients());
    long after = Gauge.residentKib(bench.pid());
    bench.crowd().pace(options.rate());
    Measurement measured;
    try (FactTeller _ = bench.tellFacts(options.facts())) {
      TimeUnit.SECONDS.sleep(options.warmUp());
      measured = bench.gauge().measure(options.seconds());
    }
    FactLedger.Count facts = awaitFacts(bench.crowd().facts());
    out.println();
    out.print(measured);
    out.printf("receipt to socket      %s%n", bench.receiptToSocket());
    out.printf(
        "per connection         %.1f KiB of the engine's resident memory, connections made cold%n",
        (double) (after - before) / options.clients());
    out.print(told(facts));
    out.print(odd(bench));
    return facts.isExact() && measured.p99Millis() <= options.maxP99Millis();
  }

  static String told(FactLedger.Count facts) {
    return String.format(
        "facts                  %,d, delivered %,d of %,d; missing %,d, doubled %,d%n",
        facts.facts(), facts.delivered(), facts.wanted(), facts.missing(), facts.doubled());
  }

  static String odd(Bench bench) {
    String goings = bench.crowd().goings().toString();
    int moves = bench.scene().moves();
    return (moves == 0 ? "" : "  " + moves + " x an order went to another courier\n") + goings;
  }

  static FactLedger.Count awaitFacts(FactLedger ledger) throws InterruptedException {
    FactLedger.Count count = ledger.count();
    for (int i = 0; i < FACTS_ARRIVE_WITHIN_SECONDS * 10 && count.missing() > 0; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      count = ledger.count();
    }
    return count;
  }
}
