package id.antar.load.town.report;

import id.antar.load.client.Answer;
import id.antar.load.client.CallKind;
import id.antar.load.client.Money;
import id.antar.load.client.OrderView;
import id.antar.load.client.PaymentView;
import id.antar.load.client.PaymentView.Part;
import id.antar.load.client.Request;
import id.antar.load.town.life.Dealings;
import id.antar.load.town.life.Dealings.Tip;
import id.antar.load.town.life.TrackedOrder;
import id.antar.load.town.life.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The money of single orders: what their payment should have come to.
final class OrderBooks {

  private final World world;
  private final Map<String, PaymentView> payments = new ConcurrentHashMap<>();

  OrderBooks(World world) {
    this.world = world;
  }

  /// What the town knows of an order's money.
  ///
  /// @param methods by which each part was paid in the end
  /// @param quotedMinor what it was to cost, without a tip
  /// @param voucher whether one was used
  /// @param tipMinor promised with the order
  /// @param refundMinor given back for what was missing
  record Expected(
      Map<Integer, String> methods,
      long quotedMinor,
      boolean voucher,
      long tipMinor,
      long refundMinor) {

    static Expected of(Dealings dealings) {
      return new Expected(
          dealings.methods(),
          dealings.quotedMinor(),
          dealings.hasVoucher(),
          dealings.plan().tipMinor(),
          dealings.refundMinor());
    }
  }

  private record BalanceView(List<Money> amounts) {}

  private record SumsView(List<Money> sums) {}

  /// As it was read last.
  Optional<PaymentView> payment(String orderId) {
    return Optional.ofNullable(payments.get(orderId));
  }

  Optional<String> complaint(TrackedOrder order, Outcome outcome) throws InterruptedException {
    Answer answer = get("/v1/orders/" + order.orderId() + "/payment");
    if (!answer.ok()) {
      return Optional.of("its payment -> " + answer);
    }
    PaymentView payment = answer.as(PaymentView.class);
    payments.put(order.orderId(), payment);
    Optional<String> complaint =
        outcome.kind() == Outcome.Kind.DELIVERED && outcome.order() != null
            ? delivered(Expected.of(order.dealings()), payment, outcome.order())
            : off(payment);
    if (complaint.isEmpty()) {
      complaint = tip(order.dealings());
    }
    return complaint.isPresent() ? complaint : account(order.orderId());
  }

  /// All that the order costs has come, by the methods that were chosen, and what was missing went
  /// back.
  static Optional<String> delivered(Expected expected, PaymentView payment, OrderView order) {
    if (!payment.outcome().equals("completed")) {
      return Optional.of("it is delivered, and its payment is " + payment.status());
    }
    OrderView.Total total = order.total();
    if (total == null || !payment.amount().equals(total.total())) {
      return Optional.of("its payment is not its total: " + payment.amount());
    }
    if (total.tip().minor() != expected.tipMinor()) {
      return Optional.of("its tip is " + total.tip());
    }
    if (total.total().minor() - total.tip().minor() != expected.quotedMinor()) {
      return Optional.of("it costs " + total.total() + ", another price than was quoted");
    }
    if (total.discount().minor() > 0 != expected.voucher()) {
      return Optional.of("its discount is " + total.discount());
    }
    for (Part part : payment.parts()) {
      String method = expected.methods().get(part.number());
      if (!part.is("captured") || !part.method().equals(method)) {
        return Optional.of(
            "part %d is %s by %s, and should be captured by %s"
                .formatted(part.number(), part.status(), part.method(), method));
      }
    }
    return payment.parts().size() == expected.methods().size()
        ? refunds(payment, expected.refundMinor())
        : Optional.of("its payment has " + payment.parts().size() + " parts");
  }

  /// Nothing is held for it.
  static Optional<String> off(PaymentView payment) {
    if (!payment.isOver()) {
      return Optional.of("it is off, and its payment is " + payment.status());
    }
    return refunds(payment, payment.refunded().minor());
  }

  private static Optional<String> refunds(PaymentView payment, long minor) {
    if (payment.refunded().minor() != minor) {
      return Optional.of("given back were " + payment.refunded());
    }
    return payment.refunds().stream()
        .filter(refund -> !refund.is("refunded"))
        .findFirst()
        .map(refund -> "refund " + refund.refundId() + " is " + refund.status());
  }

  private Optional<String> tip(Dealings dealings) throws InterruptedException {
    Tip tip = dealings.tip();
    if (tip == null) {
      return Optional.empty();
    }
    Answer answer = get("/v1/payments/" + tip.paymentId());
    if (!answer.ok()) {
      return Optional.of("its tip -> " + answer);
    }
    PaymentView payment = answer.as(PaymentView.class);
    boolean come = payment.outcome().equals("completed") && payment.amount().minor() == tip.minor();
    return come
        ? Optional.empty()
        : Optional.of("its tip of " + payment.amount() + " is " + payment.status());
  }

  private Optional<String> account(String orderId) throws InterruptedException {
    Answer answer = get("/v1/ledger/accounts/customer:" + orderId + "/balance");
    if (!answer.ok()) {
      return Optional.of("its account -> " + answer);
    }
    return answer.as(BalanceView.class).amounts().stream()
        .filter(amount -> amount.minor() != 0)
        .findFirst()
        .map(amount -> "its account is not even: " + amount);
  }

  Optional<String> sumComplaint() throws InterruptedException {
    Answer answer = get("/v1/ledger/trial-balance");
    if (!answer.ok()) {
      return Optional.of("its trial balance -> " + answer);
    }
    List<Money> sums = answer.as(SumsView.class).sums();
    return sums.isEmpty() || sums.stream().anyMatch(sum -> sum.minor() != 0)
        ? Optional.of("does not sum to zero: " + sums)
        : Optional.empty();
  }

  private Answer get(String path) throws InterruptedException {
    return world.api().call(Request.get(CallKind.PAYMENT, world.operator(), path));
  }
}
