package id.antar.api.payment;

import id.antar.api.message.Rejection;
import id.antar.api.money.Money;

/// Why a payment command is refused.
public sealed interface PaymentRejection extends Rejection {

  record UnknownPayment(PaymentId paymentId) implements PaymentRejection, NotFound {}

  record PaymentAlreadyRequested(PaymentId paymentId) implements PaymentRejection {}

  record NotInThisState(PaymentId paymentId, PaymentStatus status, String command)
      implements PaymentRejection {}

  /// The payment belongs to somebody else. Reported like an unknown one.
  record NotYourPayment(PaymentId paymentId) implements PaymentRejection, NotFound {
    @Override
    public String code() {
      return "unknown-payment";
    }
  }

  record UnknownCharge(ChargeId chargeId) implements PaymentRejection, NotFound {}

  record UnknownPart(PaymentId paymentId, int part) implements PaymentRejection, NotFound {}

  /// The provider holds what was asked for, as far as it has said.
  record ChargeNotMismatched(ChargeId chargeId) implements PaymentRejection {}

  record UnknownRefund(PaymentId paymentId, RefundId refundId)
      implements PaymentRejection, NotFound {}

  /// The part is paid, or in cash.
  record PartNotOpen(PaymentId paymentId, int part) implements PaymentRejection {}

  record TooManyAttempts(PaymentId paymentId, int part, int limit) implements PaymentRejection {}

  /// Cash is agreed when the order is placed.
  record CashNotPossible(PaymentId paymentId) implements PaymentRejection, Invalid {
    @Override
    public String field() {
      return "method";
    }
  }

  record RefundTooHigh(PaymentId paymentId, Money asked, Money possible)
      implements PaymentRejection {
    @Override
    public String field() {
      return "amount";
    }
  }

  record RefundAlreadyRequested(RefundId refundId) implements PaymentRejection {}

  /// It is through, or the provider's to pay.
  record RefundNotByHand(RefundId refundId) implements PaymentRejection {}

  @Override
  default String detail() {
    return switch (this) {
      case UnknownPayment(var paymentId) -> "There is no payment " + paymentId + ".";
      case PaymentAlreadyRequested(var paymentId) ->
          "Payment " + paymentId + " was requested before with other data.";
      case NotInThisState(var paymentId, var status, var command) ->
          command + " is not possible: payment " + paymentId + " is " + status + ".";
      case NotYourPayment(var paymentId) -> "There is no payment " + paymentId + ".";
      case UnknownCharge(var chargeId) -> "There is no charge " + chargeId + ".";
      case ChargeNotMismatched(var chargeId) ->
          "The provider holds nothing else for charge " + chargeId + " than was asked for.";
      case UnknownPart(var paymentId, var part) ->
          "Payment " + paymentId + " has no part " + part + ".";
      case UnknownRefund(var paymentId, var refundId) ->
          "Payment " + paymentId + " has no refund " + refundId + ".";
      case PartNotOpen(var paymentId, var part) ->
          "Part " + part + " of payment " + paymentId + " is not to be tried again.";
      case TooManyAttempts(var paymentId, var part, var limit) ->
          "Part " + part + " of payment " + paymentId + " was tried " + limit + " times.";
      case CashNotPossible _ -> "What is to be paid at once cannot be paid in cash.";
      case RefundTooHigh(var paymentId, var asked, var possible) ->
          "Of payment %s at most %d minor units of %s can go back, not %d of %s."
              .formatted(
                  paymentId,
                  possible.minor(),
                  possible.currency(),
                  asked.minor(),
                  asked.currency());
      case RefundAlreadyRequested(var refundId) ->
          "Refund " + refundId + " was requested before with another amount.";
      case RefundNotByHand(var refundId) ->
          "Refund " + refundId + " is not one that is paid out by hand.";
    };
  }
}
