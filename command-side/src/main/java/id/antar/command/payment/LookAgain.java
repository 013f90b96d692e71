package id.antar.command.payment;

import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentId;

/// The form in which a further look at a charge was put off once. Still read from where what is due
/// waits; [LookUntilAnswered] takes its place.
public record LookAgain(ChargeId chargeId) implements ErrandCommand {
  @Override
  public PaymentId paymentId() {
    return chargeId.paymentId();
  }
}
