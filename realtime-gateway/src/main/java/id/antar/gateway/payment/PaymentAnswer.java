package id.antar.gateway.payment;

import id.antar.api.customer.CustomerId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentInstructions;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPurpose;
import id.antar.api.payment.PaymentStatus;
import id.antar.api.payment.PaymentView;
import id.antar.api.payment.PaymentView.PartStatus;
import id.antar.api.payment.PaymentView.Refund;
import id.antar.gateway.edge.request.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a payment is shown. What the customer has to do is for the customer and staff.
///
/// @param outcome pending, completed or failed
/// @param pointOfSale pending, paid, failed or refunded
record PaymentAnswer(
    PaymentId paymentId,
    OrderId orderId,
    CustomerId customerId,
    PaymentPurpose purpose,
    Money amount,
    Money refunded,
    PaymentStatus status,
    String outcome,
    String pointOfSale,
    List<Part> parts,
    List<Refund> refunds,
    @Nullable String reason,
    Instant expiresAt,
    Instant requestedAt,
    Instant changedAt) {

  /// @param referenceNumber the provider's, or the collection in cash
  record Part(
      int number,
      PaymentMethod method,
      Money amount,
      int attempt,
      PartStatus status,
      @Nullable String referenceNumber,
      @Nullable PaymentInstructions instructions,
      @Nullable String reason,
      @Nullable Instant processedAt) {

    static Part of(PaymentView.Part part, boolean instructed) {
      return new Part(
          part.number(),
          part.method(),
          part.amount(),
          part.attempt(),
          part.status(),
          part.transactionId(),
          instructed ? part.instructions() : null,
          part.reason(),
          part.processedAt());
    }
  }

  static PaymentAnswer of(PaymentView payment, Caller caller) {
    boolean instructed = caller.isStaff() || caller.is(payment.customerId());
    return new PaymentAnswer(
        payment.paymentId(),
        payment.orderId(),
        payment.customerId(),
        payment.purpose(),
        payment.amount(),
        payment.refunded(),
        payment.status(),
        payment.status().outcome(),
        payment.status().pointOfSale(),
        payment.parts().stream().map(part -> Part.of(part, instructed)).toList(),
        payment.refunds(),
        payment.reason(),
        payment.expiresAt(),
        payment.requestedAt(),
        payment.changedAt());
  }
}
