package id.antar.command.payment;

import id.antar.api.payment.PaymentId;
import id.antar.api.payment.RefundId;

/// Asks the payment gateway to send money back, until it has or will not.
///
/// @param attempt how often it will have been asked then, 1 for the first
public record AskForRefund(PaymentId paymentId, RefundId refundId, int attempt)
    implements ErrandCommand {}
