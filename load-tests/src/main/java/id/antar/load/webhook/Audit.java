package id.antar.load.webhook;

import id.antar.load.client.CallKind;
import id.antar.load.client.Request;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// Compares what the engine says of the payments with the model.
final class Audit {

  private static final long PATIENCE_SECONDS = 120;

  private final Shop shop;
  private final List<Payment> payments;

  Audit(Shop shop, List<Payment> payments) {
    this.shop = shop;
    this.payments = payments;
  }

  /// @param word what the audit is about
  record Finding(boolean holds, String word) {}

  /// Waits until each waits for its customer, or has what it will have.
  void awaitBegun() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!wrong(payment -> payment.fate() == Fate.AT_ONCE ? "captured" : "pending").isEmpty()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The payments do not begin.");
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  private interface Model {
    String of(Payment payment);
  }

  /// How many stand elsewhere than they should, by `should, is`.
  private Map<String, Integer> wrong(Model model) throws InterruptedException {
    List<String> parts = Crowd.all(payments.size(), i -> shop.part(payments.get(i)));
    Map<String, Integer> wrong = new TreeMap<>();
    for (int i = 0; i < parts.size(); i++) {
      String should = model.of(payments.get(i));
      if (!should.equals(parts.get(i))) {
        wrong.merge(should + ", is " + parts.get(i), 1, Integer::sum);
      }
    }
    return wrong;
  }

  /// Once nothing waits to be interpreted and the views have followed.
  Finding states() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Map<String, Integer> wrong = wrong(payment -> payment.fate().part());
    while (!wrong.isEmpty() && System.nanoTime() < end) {
      TimeUnit.SECONDS.sleep(1);
      wrong = wrong(payment -> payment.fate().part());
    }
    return new Finding(
        wrong.isEmpty(),
        wrong.isEmpty() ? payments.size() + " payments stand as they should" : "wrong: " + wrong);
  }

  void awaitInterpreted() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (ops().path("waiting").asLong(1) > 0 && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  JsonNode ops() throws InterruptedException {
    var request = Request.get(CallKind.LIST, shop.staff(), "/v1/ops/webhooks?limit=1");
    return shop.api().require(request).as(JsonNode.class);
  }

  Till till() throws InterruptedException {
    var request = Request.get(CallKind.LIST, shop.staff(), "/v1/ledger/trial-balance");
    return Till.of(shop.api().require(request).as(JsonNode.class), shop.currency());
  }

  /// What the model says was captured has to be in the books, less what has gone back; waits until
  /// the ledger has followed.
  Finding ledger(Till before) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Finding finding = till().against(before, came());
    while (!finding.holds() && System.nanoTime() < end) {
      TimeUnit.SECONDS.sleep(1);
      finding = till().against(before, came());
    }
    return finding;
  }

  private long came() throws InterruptedException {
    return Crowd.all(payments.size(), i -> came(payments.get(i))).stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private long came(Payment payment) throws InterruptedException {
    return payment.fate().part().equals("captured") ? shop.price() - shop.refunded(payment) : 0;
  }
}
