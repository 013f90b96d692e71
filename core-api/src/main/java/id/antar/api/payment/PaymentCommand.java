package id.antar.api.payment;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.customer.CustomerId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import java.time.Instant;

/// What can be asked of a payment.
public sealed interface PaymentCommand {
  PaymentId paymentId();

  Instant occurredAt();

  record RequestPayment(
      PaymentId paymentId,
      OrderId orderId,
      CustomerId customerId,
      Money amount,
      PaymentChoice choice,
      Instant occurredAt)
      implements PaymentCommand {}

  /// The gateway has the money.
  record CompletePayment(
      PaymentId paymentId, Money amount, String transactionId, Instant occurredAt)
      implements PaymentCommand {}

  /// The order was handed over: if it is paid in cash, the courier has the money now.
  record CollectCash(PaymentId paymentId, AssignmentId assignmentId, Instant occurredAt)
      implements PaymentCommand {}

  record FailPayment(PaymentId paymentId, String reason, Instant occurredAt)
      implements PaymentCommand {}

  /// Sent by the clock.
  record ExpirePayment(PaymentId paymentId, Instant occurredAt) implements PaymentCommand {}

  /// The order is off: a pending payment is cancelled, a completed one is refunded in full.
  record ReversePayment(PaymentId paymentId, String reason, Instant occurredAt)
      implements PaymentCommand {}

  record ConfirmRefund(PaymentId paymentId, String transactionId, Instant occurredAt)
      implements PaymentCommand {}
}
