package id.antar.load.town.life;

import id.antar.load.client.Actor;
import id.antar.load.client.Answer;
import id.antar.load.client.CallKind;
import id.antar.load.client.Money;
import id.antar.load.client.PaymentView;
import id.antar.load.client.PaymentView.Refund;
import id.antar.load.client.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The operators' office: gives back what was missing, counts the couriers' cash, and plays the
/// bank to the engine's sandbox.
final class Office {

  private static final int MOST_TRIES = 40;
  private static final long PAUSE_MILLIS = 250;

  private final World world;
  private final Actor operator;

  Office(World world, Actor operator) {
    this.world = world;
    this.operator = operator;
  }

  private record CourierView(List<Money> cashInHand) {}

  private record BalanceView(List<Money> amounts) {}

  Actor operator() {
    return operator;
  }

  /// The bank moves the money of a charge that waits for it.
  boolean carryOut(String chargeId) throws InterruptedException {
    Answer answer = post("/v1/sandbox/charges/" + chargeId, Map.of("outcome", "captured"));
    if (!answer.ok()) {
      world.unexpected("tell the sandbox", operator, answer);
    }
    return answer.ok();
  }

  /// Gives back a part of what a delivered order has cost. Of cash somebody says that it was paid
  /// out.
  void giveBack(TrackedOrder order, long minor, String reason) throws InterruptedException {
    Optional<PaymentView> payment = awaitPaid(order);
    if (payment.isEmpty()) {
      world.incidents().report("a delivered order is not paid", "order " + order.orderId());
      return;
    }
    String path = "/v1/payments/" + payment.get().paymentId() + "/refunds";
    Answer answer = post(path, Map.of("amount", Money.euros(minor), "reason", reason));
    if (!answer.ok()) {
      world.unexpected("ask for a refund", operator, answer);
      return;
    }
    order.dealings().refundAsked(minor);
    payOut(order, path);
  }

  private Optional<PaymentView> awaitPaid(TrackedOrder order) throws InterruptedException {
    for (int i = 0; i < MOST_TRIES; i++) {
      Optional<PaymentView> payment = world.findPayment(operator, order.orderId());
      if (payment.filter(it -> it.outcome().equals("completed")).isPresent()) {
        return payment;
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    return Optional.empty();
  }

  private void payOut(TrackedOrder order, String path) throws InterruptedException {
    boolean waits = true;
    for (int i = 0; i < MOST_TRIES && waits; i++) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      Optional<PaymentView> payment = world.findPayment(operator, order.orderId());
      waits = payment.isEmpty() || payment.get().refunds().isEmpty();
      if (payment.isPresent()) {
        for (Refund refund : payment.get().refunds()) {
          waits |= refund.is("requested");
          if (refund.is("requested") && isCash(payment.get(), refund)) {
            confirm(path + "/" + refund.refundId() + "/confirm");
          }
        }
      }
    }
  }

  private static boolean isCash(PaymentView payment, Refund refund) {
    return payment.part(refund.part()).filter(PaymentView.Part::isCash).isPresent();
  }

  private void confirm(String path) throws InterruptedException {
    Answer answer = post(path, Map.of());
    if (!answer.ok()) {
      world.unexpected("pay a refund out", operator, answer);
    }
  }

  /// Takes what a courier has in hand, once the engine's books and its word of the courier agree.
  void takeCash(String courierId) throws InterruptedException {
    for (int i = 0; i < MOST_TRIES; i++) {
      List<Money> inHand =
          read("/v1/couriers/" + courierId, CourierView.class).cashInHand().stream()
              .filter(money -> money.minor() != 0)
              .toList();
      List<Money> booked =
          read("/v1/ledger/accounts/cash:" + courierId + "/balance", BalanceView.class)
              .amounts()
              .stream()
              .filter(money -> money.minor() != 0)
              .toList();
      if (inHand.equals(booked)) {
        for (Money amount : inHand) {
          count(courierId, amount);
        }
        return;
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    world.incidents().report("cash in hand is not what the books say", "courier " + courierId);
  }

  private void count(String courierId, Money amount) throws InterruptedException {
    Answer answer = post("/v1/couriers/" + courierId + "/cash-handovers", Map.of("amount", amount));
    if (answer.ok()) {
      world.tally().handovers.increment();
      world.tally().handedInMinor.add(amount.minor());
    } else {
      world.unexpected("hand cash in", operator, answer);
    }
  }

  private <T> T read(String path, Class<T> type) throws InterruptedException {
    return world.api().require(Request.get(CallKind.PAYMENT, operator, path)).as(type);
  }

  private Answer post(String path, Map<String, Object> body) throws InterruptedException {
    return world.api().call(Request.post(CallKind.PAYMENT, operator, path, world.newKey(), body));
  }
}
