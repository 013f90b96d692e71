package id.antar.api.payment;

import id.antar.api.customer.CustomerId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import java.time.Instant;

/// Facts about one payment.
public sealed interface PaymentEvent {
  PaymentId paymentId();

  OrderId orderId();

  Instant occurredAt();

  record PaymentRequested(
      PaymentId paymentId,
      OrderId orderId,
      CustomerId customerId,
      Money amount,
      PaymentChoice choice,
      Instant expiresAt,
      Instant occurredAt)
      implements PaymentEvent {}

  record PaymentCompleted(
      PaymentId paymentId, OrderId orderId, Money amount, String transactionId, Instant occurredAt)
      implements PaymentEvent {}

  record PaymentFailed(PaymentId paymentId, OrderId orderId, String reason, Instant occurredAt)
      implements PaymentEvent {}

  record PaymentCancelled(PaymentId paymentId, OrderId orderId, String reason, Instant occurredAt)
      implements PaymentEvent {}

  /// The whole amount is to go back.
  record RefundRequested(
      PaymentId paymentId,
      OrderId orderId,
      Money amount,
      String transactionId,
      String reason,
      Instant occurredAt)
      implements PaymentEvent {}

  record PaymentRefunded(
      PaymentId paymentId, OrderId orderId, Money amount, String transactionId, Instant occurredAt)
      implements PaymentEvent {}
}
