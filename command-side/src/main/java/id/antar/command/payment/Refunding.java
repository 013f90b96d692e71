package id.antar.command.payment;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;
import static java.util.Comparator.comparing;

import id.antar.api.merchant.MerchantId;
import id.antar.api.money.Money;
import id.antar.api.payment.PaymentCommand;
import id.antar.api.payment.PaymentCommand.ConfirmRefund;
import id.antar.api.payment.PaymentCommand.FailRefund;
import id.antar.api.payment.PaymentCommand.PayOutRefund;
import id.antar.api.payment.PaymentCommand.RefundPayment;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.PaymentRefunded;
import id.antar.api.payment.PaymentEvent.RefundFailed;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.api.payment.PaymentPart;
import id.antar.api.payment.PaymentRejection.NotInThisState;
import id.antar.api.payment.PaymentRejection.RefundAlreadyRequested;
import id.antar.api.payment.PaymentRejection.RefundNotByHand;
import id.antar.api.payment.PaymentRejection.RefundTooHigh;
import id.antar.api.payment.PaymentRejection.UnknownRefund;
import id.antar.api.payment.RefundId;
import id.antar.api.payment.RefundSource;
import id.antar.command.decider.Decision;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How money goes back. Never more than has come: what is on its way back counts as gone, what the
/// provider has refused counts as here.
final class Refunding {

  private Refunding() {}

  /// From the parts in their order, cash last, because somebody has to carry it.
  static Decision<PaymentEvent> refund(Known payment, RefundPayment c) {
    Money before = requestedAs(payment, c.refundId());
    if (before.minor() > 0) {
      return before.equals(c.amount())
          ? satisfied()
          : reject(new RefundAlreadyRequested(c.refundId()));
    }
    if (!payment.completed() || payment.isEnded() || !(payment.earned() || payment.isTip())) {
      return notNow(payment, c);
    }
    Money possible = possible(payment, c);
    boolean fits =
        c.amount().currency().equals(possible.currency())
            && c.amount().minor() > 0
            && c.amount().minor() <= possible.minor();
    return fits
        ? shared(payment, c)
        : reject(new RefundTooHigh(c.paymentId(), c.amount(), possible));
  }

  static Decision<PaymentEvent> confirm(Known payment, ConfirmRefund c) {
    return of(
        payment,
        c,
        c.refundId(),
        refund ->
            switch (refund.stage()) {
              case DONE -> satisfied();
              case REQUESTED ->
                  accept(
                      refunded(refund, RefundSource.PROVIDER, c.transactionId(), c.occurredAt()));
              case FAILED ->
                  isHere(payment, refund)
                      ? accept(
                          refunded(
                              refund, RefundSource.PROVIDER, c.transactionId(), c.occurredAt()))
                      : notNow(payment, c);
            });
  }

  static Decision<PaymentEvent> fail(Known payment, FailRefund c) {
    return of(
        payment,
        c,
        c.refundId(),
        refund ->
            refund.isOpen()
                ? accept(
                    new RefundFailed(
                        c.paymentId(),
                        payment.request().orderId(),
                        c.refundId(),
                        refund.request().chargeId(),
                        refund.request().amount(),
                        c.reason(),
                        c.occurredAt()))
                : satisfied());
  }

  static Decision<PaymentEvent> payOut(Known payment, PayOutRefund c) {
    return of(
        payment,
        c,
        c.refundId(),
        refund -> {
          String byHand = "by-hand-" + c.refundId();
          return switch (refund.stage()) {
            case DONE -> satisfied();
            case REQUESTED ->
                isOfCash(payment, refund)
                    ? accept(refunded(refund, c.paidFrom(), byHand, c.occurredAt()))
                    : reject(new RefundNotByHand(c.refundId()));
            case FAILED ->
                isHere(payment, refund)
                    ? accept(refunded(refund, c.paidFrom(), byHand, c.occurredAt()))
                    : reject(new RefundNotByHand(c.refundId()));
          };
        });
  }

  static RefundRequested requested(
      Known payment,
      RefundId id,
      Attempt attempt,
      Money amount,
      String reason,
      @Nullable MerchantId borneBy,
      Instant occurredAt) {
    return new RefundRequested(
        payment.request().paymentId(),
        payment.request().orderId(),
        id,
        attempt.id(),
        attempt.method(),
        amount,
        attempt.transactionId(),
        reason,
        !payment.isEnded() && !attempt.surplus(),
        borneBy,
        occurredAt);
  }

  static Decision<PaymentEvent> notNow(Known payment, PaymentCommand command) {
    return reject(
        new NotInThisState(
            command.paymentId(), payment.status(), command.getClass().getSimpleName()));
  }

  static boolean isOfCash(Known payment, GivenBack refund) {
    return payment
        .find(refund.request().chargeId())
        .filter(attempt -> !attempt.isPrepaid())
        .isPresent();
  }

  private static Decision<PaymentEvent> of(
      Known payment,
      PaymentCommand command,
      RefundId id,
      Function<GivenBack, Decision<PaymentEvent>> rule) {
    return payment
        .find(id)
        .map(rule)
        .orElseGet(() -> reject(new UnknownRefund(command.paymentId(), id)));
  }

  private static boolean isHere(Known payment, GivenBack refund) {
    return payment
        .find(refund.request().chargeId())
        .map(payment::left)
        .filter(left -> left.minor() >= refund.request().amount().minor())
        .isPresent();
  }

  private static Money requestedAs(Known payment, RefundId id) {
    List<RefundId> ids = IntStream.rangeClosed(1, PaymentPart.MOST).mapToObj(id::ofShare).toList();
    return payment.refunds().stream()
        .filter(it -> ids.contains(it.request().refundId()))
        .map(it -> it.request().amount())
        .reduce(payment.none(), Money::plus);
  }

  private static Money possible(Known payment, RefundPayment c) {
    Money left = paying(payment).stream().map(payment::left).reduce(payment.none(), Money::plus);
    if (c.limit() == null) {
      return left;
    }
    if (!c.limit().currency().equals(left.currency())) {
      return payment.none();
    }
    Money underLimit = c.limit().minus(given(payment));
    long most = Math.max(0, Math.min(left.minor(), underLimit.minor()));
    return Money.of(most, left.currency());
  }

  private static Money given(Known payment) {
    return payment.refunds().stream()
        .filter(it -> !it.isFailed() && it.request().compensation())
        .map(it -> it.request().amount())
        .reduce(payment.none(), Money::plus);
  }

  private static List<Attempt> paying(Known payment) {
    return payment.attempts().stream()
        .filter(Attempt::pays)
        .sorted(comparing((Attempt it) -> !it.isPrepaid()).thenComparing(it -> it.id().part()))
        .toList();
  }

  private static Decision<PaymentEvent> shared(Known payment, RefundPayment c) {
    Turn turn = new Turn(payment);
    long open = c.amount().minor();
    int share = 1;
    for (Attempt attempt : paying(payment)) {
      long part = Math.min(open, Math.max(0, payment.left(attempt).minor()));
      if (part > 0) {
        turn.and(
            requested(
                payment,
                c.refundId().ofShare(share++),
                attempt,
                Money.of(part, c.amount().currency()),
                c.reason(),
                c.borneBy(),
                c.occurredAt()));
        open -= part;
      }
    }
    return turn.decision();
  }

  private static PaymentRefunded refunded(
      GivenBack refund, RefundSource paidFrom, String transactionId, Instant occurredAt) {
    RefundRequested request = refund.request();
    return new PaymentRefunded(
        request.paymentId(),
        request.orderId(),
        request.refundId(),
        request.chargeId(),
        request.method(),
        paidFrom,
        request.amount(),
        transactionId,
        request.compensation(),
        request.borneBy(),
        occurredAt);
  }
}
