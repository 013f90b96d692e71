package id.antar.command.payment;

import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentId;

/// Asks the payment gateway for what the charge still waits for. Sent once the charge waits, and by
/// the clock while it does, so that no answer is lost with a process. Does nothing when the charge
/// waits no longer: what is called off is never charged.
///
/// @param attempt how often it will have been asked then, 1 for the first
public record AskAboutCharge(ChargeId chargeId, int attempt) implements ErrandCommand {
  @Override
  public PaymentId paymentId() {
    return chargeId.paymentId();
  }
}
