package id.antar.command.payment;

import id.antar.api.payment.PaymentId;

/// Sent by the clock while an answer of the payment gateway is outstanding, so that none is lost
/// with a process. Does nothing once the answer is there.
///
/// @param charge what was asked: a charge, or else a refund
/// @param attempt how often it will have been asked then
public record AskGatewayAgain(PaymentId paymentId, boolean charge, int attempt) {}
