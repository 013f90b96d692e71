package id.antar.api.payment;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be asked of a payment.
public sealed interface PaymentCommand {
  PaymentId paymentId();

  Instant occurredAt();

  record RequestPayment(
      PaymentId paymentId,
      OrderId orderId,
      CustomerId customerId,
      PaymentPurpose purpose,
      Money amount,
      List<PaymentPart> parts,
      Instant occurredAt)
      implements PaymentCommand {
    public RequestPayment {
      parts = PaymentPart.requireSum(parts, amount);
    }
  }

  /// The customer tries again for a part that is not paid yet, maybe by another method that is paid
  /// at once.
  record RetryCharge(
      PaymentId paymentId,
      CustomerId customerId,
      int part,
      PaymentChoice choice,
      Instant occurredAt)
      implements PaymentCommand {}

  /// The provider has taken the charge on and waits for the customer.
  record AwaitCharge(
      ChargeId chargeId,
      String transactionId,
      PaymentInstructions instructions,
      @Nullable Instant expiresAt,
      Instant occurredAt)
      implements OfCharge {}

  /// The money is reserved, not yet here.
  record AuthoriseCharge(ChargeId chargeId, Money amount, String transactionId, Instant occurredAt)
      implements OfCharge {}

  /// The provider has the money.
  record CaptureCharge(ChargeId chargeId, Money amount, String transactionId, Instant occurredAt)
      implements OfCharge {}

  /// The customer's bank, or the provider, has said no.
  record FailCharge(ChargeId chargeId, String reason, Instant occurredAt) implements OfCharge {}

  /// The customer has not paid in the provider's time.
  record ExpireCharge(ChargeId chargeId, Instant occurredAt) implements OfCharge {}

  /// The provider will not take this money any more.
  record ConfirmVoid(ChargeId chargeId, Instant occurredAt) implements OfCharge {}

  /// Sent by the clock: nobody has tried again after this charge came to nothing.
  record GiveUpCharge(ChargeId chargeId, Instant occurredAt) implements OfCharge {}

  /// The customer's bank has taken money back.
  ///
  /// @param amount in all
  record ChargeBack(ChargeId chargeId, Money amount, String reason, Instant occurredAt)
      implements OfCharge {}

  /// The dispute about it was won; what was taken back is here again.
  record ReverseChargeback(ChargeId chargeId, Instant occurredAt) implements OfCharge {}

  /// The provider says of money that it had said is here that it came to nothing after all.
  ///
  /// @param askedAt when it was asked
  record ReverseCapture(ChargeId chargeId, String reason, Instant askedAt, Instant occurredAt)
      implements OfCharge {}

  /// An operator does not wait for a charge any more of which the provider holds something else than
  /// was asked for.
  record CallOffMismatched(ChargeId chargeId, Instant occurredAt) implements OfCharge {}

  /// The order was handed over: what is paid in cash, the courier has now.
  record CollectCash(
      PaymentId paymentId, AssignmentId assignmentId, CourierId courierId, Instant occurredAt)
      implements PaymentCommand {}

  /// Sent by the clock.
  record ExpirePayment(PaymentId paymentId, Instant occurredAt) implements PaymentCommand {}

  /// The order is off: what is pending is voided, what has come goes back in full.
  record ReversePayment(PaymentId paymentId, String reason, Instant occurredAt)
      implements PaymentCommand {}

  /// Some of the money is to go back as a compensation, once the order was delivered (before that
  /// it is cancelled); from the parts in their order, cash last.
  ///
  /// @param limit what all refunds together may come to; absent for all that has come
  /// @param borneBy the merchant who gives it away; absent if the platform does
  record RefundPayment(
      PaymentId paymentId,
      RefundId refundId,
      Money amount,
      String reason,
      @Nullable Money limit,
      @Nullable MerchantId borneBy,
      Instant occurredAt)
      implements PaymentCommand {}

  /// The provider has sent the money back.
  record ConfirmRefund(
      PaymentId paymentId, RefundId refundId, String transactionId, Instant occurredAt)
      implements PaymentCommand {}

  /// The provider refuses the refund for good; somebody has to look.
  record FailRefund(PaymentId paymentId, RefundId refundId, String reason, Instant occurredAt)
      implements PaymentCommand {}

  /// An operator has given the money back by hand: that of a cash part, or of a refund that the
  /// provider has refused.
  record PayOutRefund(
      PaymentId paymentId, RefundId refundId, RefundSource paidFrom, Instant occurredAt)
      implements PaymentCommand {
    public PayOutRefund {
      if (!paidFrom.isByHand()) {
        throw new IllegalArgumentException("paidFrom (" + paidFrom + ") is not OFFICE or BANK.");
      }
    }
  }

  /// Somebody says that something has happened to a charge: the engine asks its provider how it
  /// stands and goes by the answer. Refused if there is no such charge. Not the payment's own to
  /// decide, and therefore none of the others.
  record LookAtCharge(ChargeId chargeId, Instant occurredAt) {}

  /// About one charge.
  sealed interface OfCharge extends PaymentCommand {
    ChargeId chargeId();

    @Override
    default PaymentId paymentId() {
      return chargeId().paymentId();
    }
  }
}
