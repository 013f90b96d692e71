package id.antar.command.payment;

import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentId;

/// Tells what a payment is for from any of its facts.
final class Payments {

  private Payments() {}

  /// Of what the order costs, not of a tip.
  static boolean isOfOrder(PaymentEvent event) {
    return event.paymentId().equals(PaymentId.ofOrder(event.orderId()));
  }
}
