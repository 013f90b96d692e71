package id.antar.command.payment;

import id.antar.api.payment.PaymentId;

/// Asks the payment gateway for what the payment still waits for. Sent once the payment waits, and
/// by the clock while the answer is outstanding, so that none is lost with a process. Does nothing
/// when the payment has the answer, or waits no longer: what is called off is never charged.
///
/// @param charge what to ask for: a charge, or else a refund
/// @param attempt how often it will have been asked then, 1 for the first
public record AskGateway(PaymentId paymentId, boolean charge, int attempt) {}
