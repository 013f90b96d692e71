package id.antar.api.payment;

import id.antar.api.customer.CustomerId;
import id.antar.api.message.Query;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One payment, for reading.
///
/// @param refunded what has gone back so far, or is on its way
/// @param reason why it failed, was cancelled or goes back
public record PaymentView(
    PaymentId paymentId,
    OrderId orderId,
    CustomerId customerId,
    PaymentPurpose purpose,
    Money amount,
    Money refunded,
    PaymentStatus status,
    List<Part> parts,
    List<Refund> refunds,
    @Nullable String reason,
    Instant expiresAt,
    Instant requestedAt,
    Instant changedAt) {

  public PaymentView {
    parts = List.copyOf(parts);
    refunds = List.copyOf(refunds);
  }

  /// One method's share, as it stands.
  ///
  /// @param attempt 1 for the first
  /// @param transactionId the provider's, or the collection in cash; absent while there is none
  /// @param processedAt when its last answer came
  public record Part(
      int number,
      PaymentMethod method,
      Money amount,
      int attempt,
      PartStatus status,
      @Nullable String transactionId,
      @Nullable PaymentInstructions instructions,
      @Nullable String reason,
      @Nullable Instant processedAt) {}

  /// Money on its way back, or back, or that the provider will not send back.
  ///
  /// @param attempt whose money it is
  /// @param transactionId the refund's own, once it is through
  public record Refund(
      RefundId refundId,
      int part,
      int attempt,
      Money amount,
      RefundStatus status,
      String reason,
      @Nullable String transactionId,
      Instant requestedAt,
      @Nullable Instant processedAt) {

    public Refund with(
        RefundStatus next, String why, @Nullable String transaction, Instant processed) {
      return new Refund(
          refundId, part, attempt, amount, next, why, transaction, requestedAt, processed);
    }
  }

  public enum RefundStatus {
    REQUESTED,
    REFUNDED,
    FAILED
  }

  public enum PartStatus {
    REQUESTED,
    PENDING,
    AUTHORISED,
    CAPTURED,
    FAILED,
    EXPIRED,
    VOIDED,
    CHARGED_BACK,
    /// The provider holds another amount than was asked for.
    MISMATCHED
  }

  public record GetPayment(PaymentId paymentId) implements Query<PaymentView> {
    @Override
    public Class<PaymentView> answer() {
      return PaymentView.class;
    }
  }
}
