package id.antar.command.payment;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.money.Money;
import id.antar.api.payment.PaymentCommand.ChargeBack;
import id.antar.api.payment.PaymentCommand.ReverseCapture;
import id.antar.api.payment.PaymentCommand.ReverseChargeback;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.ChargebackReversed;
import id.antar.api.payment.PaymentEvent.ChargedBack;
import id.antar.command.decider.Decision;
import java.time.Instant;

/// The customer's bank takes money back, all at once or bit by bit, and may have to give it up
/// again; or the provider reverses what it had captured.
final class Disputing {

  private Disputing() {}

  /// @param c says what was taken back in all
  static Decision<PaymentEvent> chargeBack(Known payment, ChargeBack c) {
    return Charging.of(
        payment,
        c,
        charge -> {
          if (!charge.isCaptured()) {
            return Refunding.notNow(payment, c);
          }
          Capture capture = charge.requireCapture();
          if (!isPartOf(capture.amount(), c.amount())) {
            return Capturing.mismatch(
                payment, charge, c.amount(), charge.transactionId(), c.occurredAt());
          }
          Money more = c.amount().minus(capture.takenBack());
          return more.minor() > 0
              ? accept(chargedBack(payment, charge, more, c.reason(), c.occurredAt()))
              : satisfied();
        });
  }

  private static boolean isPartOf(Money whole, Money part) {
    return part.currency().equals(whole.currency())
        && part.minor() > 0
        && part.minor() <= whole.minor();
  }

  /// What is here is gone, unless it is us who gave it back. Counts only if the provider was asked
  /// after it had said that the money is here: an answer from before may come late.
  static Decision<PaymentEvent> reverseCapture(Known payment, ReverseCapture c) {
    return Charging.of(
        payment,
        c,
        charge -> {
          Money left = payment.left(charge);
          boolean gone = left.minor() > 0 && c.askedAt().isAfter(charge.requireCapture().at());
          return gone
              ? accept(chargedBack(payment, charge, left, c.reason(), c.occurredAt()))
              : satisfied();
        });
  }

  static Decision<PaymentEvent> reverse(Known payment, ReverseChargeback c) {
    return Charging.of(
        payment,
        c,
        charge -> {
          if (!charge.isCaptured() || charge.requireCapture().takenBack().minor() == 0) {
            return Refunding.notNow(payment, c);
          }
          return charge.isTakenBack() ? reversed(payment, charge, c) : satisfied();
        });
  }

  private static ChargedBack chargedBack(
      Known payment, Attempt charge, Money amount, String reason, Instant occurredAt) {
    return new ChargedBack(
        charge.id().paymentId(),
        payment.request().orderId(),
        charge.id(),
        charge.method(),
        amount,
        reason,
        occurredAt);
  }

  private static Decision<PaymentEvent> reversed(
      Known payment, Attempt charge, ReverseChargeback c) {
    Turn turn =
        new Turn(payment)
            .and(
                new ChargebackReversed(
                    c.paymentId(),
                    payment.request().orderId(),
                    c.chargeId(),
                    charge.method(),
                    charge.requireCapture().disputed(),
                    c.occurredAt()));
    Ending.giveBack(turn, "The money came when it was not wanted any more.", c.occurredAt());
    return turn.decision();
  }
}
