package id.antar.load.fanout;

import id.antar.load.fanout.measure.FactLedger;
import id.antar.load.fanout.scene.AntarTarget;
import id.antar.load.fanout.scene.FactTeller;
import id.antar.load.fanout.scene.Order;
import id.antar.load.fanout.server.Talk;
import id.antar.load.fanout.wire.Line;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Whether those who read nothing are closed, and whether the others notice. They are of the staff
/// and follow many orders, for else what they do not read fits into the system's buffers for an
/// hour.
final class StallRun {

  private static final int TOPICS = 200;
  private static final int RECEIVE_BUFFER = 4096;
  private static final int CLOSED_WITHIN_SECONDS = 240;
  private static final long BETWEEN_SUBSCRIPTIONS_MILLIS = 30;

  private final FanOutOptions options;
  private final PrintStream out;

  StallRun(FanOutOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  boolean on(Bench bench) throws InterruptedException {
    bench.openFollowers(options.clients());
    List<Line> sleepers = openSleepers(bench);
    bench.crowd().pace(options.rate());
    try (FactTeller _ = bench.tellFacts(options.facts())) {
      TimeUnit.SECONDS.sleep(options.warmUp());
      Measurement before = bench.gauge().measure(options.seconds());
      tell("before", before);
      return stall(bench, sleepers);
    } finally {
      out.print(SteadyRun.odd(bench));
    }
  }

  private boolean stall(Bench bench, List<Line> sleepers) throws InterruptedException {
    int all = bench.connections();
    long start = System.nanoTime();
    bench.crowd().each(sleepers, Line::stopReading);
    Measurement during = bench.gauge().measure(options.seconds());
    tell("during", during);
    int closed = 0;
    while (closed < sleepers.size() && seconds(start) < CLOSED_WITHIN_SECONDS) {
      TimeUnit.SECONDS.sleep(1);
      closed = Math.max(0, all - bench.connections());
    }
    out.printf("stalled: %d of %d closed within %d s%n", closed, sleepers.size(), seconds(start));
    readTheRest(bench, sleepers);
    FactLedger.Count facts = SteadyRun.awaitFacts(bench.crowd().facts());
    out.print(SteadyRun.told(facts));
    boolean unharmed = facts.isExact() && during.p99Millis() <= options.maxP99Millis();
    return unharmed && closed >= sleepers.size();
  }

  private List<Line> openSleepers(Bench bench) throws InterruptedException {
    List<Order> orders = bench.scene().orders();
    List<Talk> talks = new ArrayList<>();
    for (int i = 0; i < options.stalled(); i++) {
      talks.add(AntarTarget.topic(bench.scene().staff(i), topic(orders.getFirst())));
    }
    List<Line> sleepers = bench.crowd().openSleepers(options.stalled(), talks::get, RECEIVE_BUFFER);
    for (Order order : orders.subList(1, Math.min(TOPICS, orders.size()))) {
      String subscribe = "{\"type\":\"subscribe\",\"topic\":\"" + topic(order) + "\"}";
      bench.crowd().each(sleepers, line -> line.say(subscribe));
      TimeUnit.MILLISECONDS.sleep(BETWEEN_SUBSCRIPTIONS_MILLIS);
    }
    return sleepers;
  }

  private static String topic(Order order) {
    return "order:" + order.orderId();
  }

  /// A client that reads nothing does not see why it was closed, if anybody could tell it.
  private static void readTheRest(Bench bench, List<Line> sleepers) throws InterruptedException {
    bench.crowd().each(sleepers, Line::readAgain);
    TimeUnit.SECONDS.sleep(2);
  }

  private void tell(String when, Measurement measured) {
    out.printf(
        "others %s: p50 %.2f  p99 %.2f ms, %,.0f of %,.0f per second%n",
        when,
        measured.count().p50() / 1e3,
        measured.p99Millis(),
        measured.count().perSecond(),
        measured.count().wanted() / measured.count().seconds());
  }

  private static long seconds(long startNanos) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startNanos);
  }
}
