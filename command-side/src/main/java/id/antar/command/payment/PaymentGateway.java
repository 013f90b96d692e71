package id.antar.command.payment;

import id.antar.api.message.Ids;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentInstructions;
import id.antar.api.payment.RefundId;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Whoever moves the money. Knows a charge by its [ChargeId] and a refund by its [Refund#key],
/// and must be idempotent by them: asked again, also after a restart, for what was done or is under
/// way, it answers as it stands, and the money moves once.
///
/// No method blocks; how many requests are under way at once is the gateway's to limit. A future
/// that fails means "not known", never "no": the engine asks again later.
public interface PaymentGateway {

  CompletableFuture<ChargeState> charge(Charge charge);

  /// How the provider itself says that the charge stands. The only thing that counts: what a
  /// webhook says is a reason to look.
  CompletableFuture<ChargeState> look(Charge charge);

  /// Takes what was only reserved.
  CompletableFuture<ChargeState> capture(Charge charge);

  /// Calls off what is not paid yet. Answered with how the charge stands then:
  /// [ChargeState.Voided], or captured because the customer was quicker.
  CompletableFuture<ChargeState> voidCharge(Charge charge);

  CompletableFuture<RefundState> refund(Refund refund);

  record Charge(ChargeId chargeId, OrderId orderId, Money amount, PaymentChoice choice) {}

  /// @param refundId the payment's own, which another payment may use too
  /// @param charge whose money goes back
  /// @param transactionId the provider's, of that charge
  record Refund(
      RefundId refundId, Charge charge, String transactionId, Money amount, String reason) {

    /// What the provider knows it by: nobody else's, whoever chose the refund's id.
    public String key() {
      return Ids.derive("refund", charge.chargeId().paymentId().value(), refundId.value());
    }

    /// Among the refunds of its charge it may stand under its bare id as well.
    public boolean isKnownAs(String reference) {
      return reference.equals(key()) || reference.equals(refundId.value());
    }
  }

  /// How a charge stands at the provider.
  sealed interface ChargeState {

    /// Nothing of that id is known there.
    record Unknown() implements ChargeState {}

    /// It waits for the customer.
    record Pending(
        String transactionId, PaymentInstructions instructions, @Nullable Instant expiresAt)
        implements ChargeState {}

    record Authorised(Money amount, String transactionId) implements ChargeState {}

    record Captured(Money amount, String transactionId) implements ChargeState {}

    /// Final: the customer's bank, or the provider, has said no.
    record Declined(String reason) implements ChargeState {}

    record Expired() implements ChargeState {}

    record Voided() implements ChargeState {}

    /// Captured once, and taken back by the customer's bank.
    ///
    /// @param captured what it was then
    /// @param amount what was taken back of it
    record ChargedBack(Money captured, Money amount, String transactionId, String reason)
        implements ChargeState {}

    /// Taken back once, and here again because the dispute was won.
    record ChargebackReversed(Money captured, Money amount, String transactionId, String reason)
        implements ChargeState {}
  }

  sealed interface RefundState {

    /// Asked for, and not through yet; the engine asks again.
    record Underway() implements RefundState {}

    /// @param transactionId the refund's own
    record Refunded(String transactionId) implements RefundState {}

    /// Final: the provider will not.
    record Refused(String reason) implements RefundState {}
  }
}
