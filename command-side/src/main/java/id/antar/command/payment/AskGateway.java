package id.antar.command.payment;

import id.antar.api.payment.PaymentId;

/// The form in which the asking of payments that had one charge and one refund was put off. Still
/// read from where what is due waits; [AskAboutCharge] and [AskForRefund] take its place.
///
/// @param charge what to ask for: a charge, or else a refund
public record AskGateway(PaymentId paymentId, boolean charge, int attempt)
    implements ErrandCommand {}
