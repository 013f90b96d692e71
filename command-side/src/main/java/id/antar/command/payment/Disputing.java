package id.antar.command.payment;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.payment.PaymentCommand.ChargeBack;
import id.antar.api.payment.PaymentCommand.ReverseChargeback;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.ChargebackReversed;
import id.antar.api.payment.PaymentEvent.ChargedBack;
import id.antar.command.decider.Decision;

/// The customer's bank takes money back, and may have to give it up again; each once for a charge.
final class Disputing {

  private Disputing() {}

  static Decision<PaymentEvent> chargeBack(Known payment, ChargeBack c) {
    return Charging.of(
        payment,
        c,
        charge -> {
          if (!charge.isCaptured()) {
            return Refunding.notNow(payment, c);
          }
          if (charge.isTakenBack()) {
            return satisfied();
          }
          boolean possible =
              c.amount().currency().equals(charge.amount().currency())
                  && c.amount().minor() > 0
                  && c.amount().minor() <= charge.amount().minor();
          return possible
              ? accept(
                  new ChargedBack(
                      c.paymentId(),
                      payment.request().orderId(),
                      c.chargeId(),
                      charge.method(),
                      c.amount(),
                      c.reason(),
                      c.occurredAt()))
              : Capturing.mismatch(
                  payment, charge, c.amount(), charge.transactionId(), c.occurredAt());
        });
  }

  static Decision<PaymentEvent> reverse(Known payment, ReverseChargeback c) {
    return Charging.of(
        payment,
        c,
        charge -> {
          if (!charge.isTakenBack()) {
            return Refunding.notNow(payment, c);
          }
          return charge.disputeWon() ? satisfied() : reversed(payment, charge, c);
        });
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
                    charge.takenBack(),
                    c.occurredAt()));
    Ending.giveBack(turn, "The money came when it was not wanted any more.", c.occurredAt());
    return turn.decision();
  }
}
