package id.antar.load.fanout.scene;

import id.antar.load.client.Answer;
import id.antar.load.client.CallKind;
import id.antar.load.fanout.measure.FactLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Has merchants change their ready times during the measurement, an order after the other, and
/// enters what was acknowledged in the ledger.
public final class FactTeller implements AutoCloseable {

  private static final Duration AHEAD = Duration.ofMinutes(90);

  private final Access access;
  private final List<Order> orders;
  private final FactLedger ledger;
  private final Hands hands;
  private final Instant from;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  public FactTeller(Access access, List<Order> orders, FactLedger ledger, double perSecond) {
    this.access = access;
    this.orders = orders;
    this.ledger = ledger;
    this.hands = new Hands(access.incidents(), _ -> {});
    this.from = access.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
    this.thread = Thread.ofVirtual().start(() -> tell(perSecond));
  }

  /// Returns once everything that was asked for has been answered.
  @Override
  public void close() {
    stopped.countDown();
    try {
      thread.join();
      hands.drain();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    hands.close();
  }

  private void tell(double perSecond) {
    if (perSecond <= 0) {
      return;
    }
    long start = System.nanoTime();
    try {
      for (long n = 0; !isStoppedAt(start + Math.round(n * 1e9 / perSecond)); n++) {
        Order order = orders.get((int) (n % orders.size()));
        Instant readyAt = from.plusSeconds(1 + n / orders.size());
        hands.begin("fact", () -> tell(order, readyAt));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isStoppedAt(long nanos) throws InterruptedException {
    return stopped.await(nanos - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  private void tell(Order order, Instant readyAt) throws InterruptedException {
    ledger.announce(order.orderId(), readyAt.toString());
    Answer answer =
        access.post(
            CallKind.MERCHANT_ACTION,
            order.merchant(),
            "/v1/orders/" + order.orderId() + "/ready-time",
            Map.of("readyAt", readyAt));
    if (answer.ok()) {
      ledger.happened(order.orderId(), readyAt.toString());
    } else {
      access.incidents().report("ready time refused", answer.toString());
    }
  }
}
