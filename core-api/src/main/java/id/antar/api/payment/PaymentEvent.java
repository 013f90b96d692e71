package id.antar.api.payment;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Revision;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Facts about one payment: of the whole (`Payment…`), of one attempt at one part (`Charge…`), of
/// money that goes back (`Refund…`).
public sealed interface PaymentEvent {
  PaymentId paymentId();

  OrderId orderId();

  Instant occurredAt();

  /// The first attempt at every part begins with it.
  @Revision("2")
  record PaymentRequested(
      PaymentId paymentId,
      OrderId orderId,
      CustomerId customerId,
      PaymentPurpose purpose,
      Money amount,
      List<PaymentPart> parts,
      Instant expiresAt,
      Instant occurredAt)
      implements PaymentEvent {
    public PaymentRequested {
      parts = PaymentPart.requireSum(parts, amount);
    }
  }

  /// A further attempt at a part that is not paid yet.
  record ChargeRequested(
      PaymentId paymentId,
      OrderId orderId,
      ChargeId chargeId,
      PaymentChoice choice,
      Instant occurredAt)
      implements PaymentEvent {}

  /// The provider waits for the customer.
  record ChargePending(
      PaymentId paymentId,
      OrderId orderId,
      ChargeId chargeId,
      String transactionId,
      PaymentInstructions instructions,
      @Nullable Instant expiresAt,
      Instant occurredAt)
      implements PaymentEvent {}

  record ChargeAuthorised(
      PaymentId paymentId,
      OrderId orderId,
      ChargeId chargeId,
      Money amount,
      String transactionId,
      Instant occurredAt)
      implements PaymentEvent {}

  record ChargeCaptured(
      PaymentId paymentId,
      OrderId orderId,
      ChargeId chargeId,
      PaymentMethod method,
      Money amount,
      String transactionId,
      Instant occurredAt)
      implements PaymentEvent {}

  /// @param retryUntil until when its part may be tried again; null if it may not
  record ChargeFailed(
      PaymentId paymentId,
      OrderId orderId,
      ChargeId chargeId,
      String reason,
      @Nullable Instant retryUntil,
      Instant occurredAt)
      implements PaymentEvent {}

  /// @param retryUntil until when its part may be tried again; null if it may not
  record ChargeExpired(
      PaymentId paymentId,
      OrderId orderId,
      ChargeId chargeId,
      @Nullable Instant retryUntil,
      Instant occurredAt)
      implements PaymentEvent {}

  /// A charge that may still be open is to be called off at the provider.
  record VoidRequested(PaymentId paymentId, OrderId orderId, ChargeId chargeId, Instant occurredAt)
      implements PaymentEvent {}

  record ChargeVoided(PaymentId paymentId, OrderId orderId, ChargeId chargeId, Instant occurredAt)
      implements PaymentEvent {}

  /// What the provider holds is not what we asked for. Nothing counts until somebody has looked.
  record ChargeMismatched(
      PaymentId paymentId,
      OrderId orderId,
      ChargeId chargeId,
      Money expected,
      Money actual,
      String transactionId,
      Instant occurredAt)
      implements PaymentEvent {}

  /// @param amount that was taken back now; all such facts of a charge together say how much is gone
  record ChargedBack(
      PaymentId paymentId,
      OrderId orderId,
      ChargeId chargeId,
      PaymentMethod method,
      Money amount,
      String reason,
      Instant occurredAt)
      implements PaymentEvent {}

  record ChargebackReversed(
      PaymentId paymentId,
      OrderId orderId,
      ChargeId chargeId,
      PaymentMethod method,
      Money amount,
      Instant occurredAt)
      implements PaymentEvent {}

  /// The courier has the cash part of it.
  record CashCollected(
      PaymentId paymentId,
      OrderId orderId,
      int part,
      Money amount,
      AssignmentId assignmentId,
      CourierId courierId,
      Instant occurredAt)
      implements PaymentEvent {}

  /// All that is paid before the door is here.
  record PaymentSecured(PaymentId paymentId, OrderId orderId, Instant occurredAt)
      implements PaymentEvent {}

  /// All of it is here. The transaction is that of the last part that came.
  record PaymentCompleted(
      PaymentId paymentId, OrderId orderId, Money amount, String transactionId, Instant occurredAt)
      implements PaymentEvent {}

  /// What it is for was delivered: from now on money goes back as a compensation only.
  record PaymentEarned(PaymentId paymentId, OrderId orderId, Instant occurredAt)
      implements PaymentEvent {}

  /// A part has failed and was not tried again.
  record PaymentFailed(PaymentId paymentId, OrderId orderId, String reason, Instant occurredAt)
      implements PaymentEvent {}

  /// It was not paid in time.
  record PaymentExpired(PaymentId paymentId, OrderId orderId, Instant occurredAt)
      implements PaymentEvent {}

  /// The order is off. Whatever has come for it, or comes, goes back.
  record PaymentCancelled(PaymentId paymentId, OrderId orderId, String reason, Instant occurredAt)
      implements PaymentEvent {}

  /// @param method null in refunds from before payments had parts; those were never of cash
  /// @param transactionId of the charge that is given back
  /// @param compensation whether the order stays delivered and somebody gives the money away;
  ///   otherwise the order is off, and nothing was owed
  /// @param borneBy the merchant who gives a compensation; null for the platform
  @Revision("3")
  record RefundRequested(
      PaymentId paymentId,
      OrderId orderId,
      RefundId refundId,
      ChargeId chargeId,
      @Nullable PaymentMethod method,
      Money amount,
      String transactionId,
      String reason,
      boolean compensation,
      @Nullable MerchantId borneBy,
      Instant occurredAt)
      implements PaymentEvent {}

  /// @param method as in [RefundRequested]
  /// @param paidFrom whose money it was
  /// @param transactionId the refund's own
  /// @param borneBy as in [RefundRequested]
  @Revision("3")
  record PaymentRefunded(
      PaymentId paymentId,
      OrderId orderId,
      RefundId refundId,
      ChargeId chargeId,
      @Nullable PaymentMethod method,
      RefundSource paidFrom,
      Money amount,
      String transactionId,
      boolean compensation,
      @Nullable MerchantId borneBy,
      Instant occurredAt)
      implements PaymentEvent {}

  /// The provider will not; somebody has to look.
  record RefundFailed(
      PaymentId paymentId,
      OrderId orderId,
      RefundId refundId,
      ChargeId chargeId,
      Money amount,
      String reason,
      Instant occurredAt)
      implements PaymentEvent {}
}
