package id.antar.api.payment;

import id.antar.api.message.Rejection;
import id.antar.api.money.Money;

/// Why a payment command is refused.
public sealed interface PaymentRejection extends Rejection {

  record UnknownPayment(PaymentId paymentId) implements PaymentRejection {
    @Override
    public String detail() {
      return "There is no payment " + paymentId + ".";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  record PaymentAlreadyRequested(PaymentId paymentId) implements PaymentRejection {
    @Override
    public String detail() {
      return "Payment " + paymentId + " was requested before with other data.";
    }
  }

  record NotInThisState(PaymentId paymentId, PaymentStatus status, String command)
      implements PaymentRejection {
    @Override
    public String detail() {
      return command + " is not possible: payment " + paymentId + " is " + status + ".";
    }
  }

  /// The payment belongs to somebody else. Reported like an unknown one.
  record NotYourPayment(PaymentId paymentId) implements PaymentRejection {
    @Override
    public String detail() {
      return "There is no payment " + paymentId + ".";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String code() {
      return "unknown-payment";
    }
  }

  record UnknownCharge(ChargeId chargeId) implements PaymentRejection {
    @Override
    public String detail() {
      return "There is no charge " + chargeId + ".";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  record ChargeNotMismatched(ChargeId chargeId) implements PaymentRejection {
    @Override
    public String detail() {
      return "The provider holds nothing else for charge " + chargeId + " than was asked for.";
    }
  }

  record UnknownPart(PaymentId paymentId, int part) implements PaymentRejection {
    @Override
    public String detail() {
      return "Payment " + paymentId + " has no part " + part + ".";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  record UnknownRefund(PaymentId paymentId, RefundId refundId) implements PaymentRejection {
    @Override
    public String detail() {
      return "Payment " + paymentId + " has no refund " + refundId + ".";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  /// The part is paid, or in cash.
  record PartNotOpen(PaymentId paymentId, int part) implements PaymentRejection {
    @Override
    public String detail() {
      return "Part " + part + " of payment " + paymentId + " is not to be tried again.";
    }
  }

  record TooManyAttempts(PaymentId paymentId, int part, int limit) implements PaymentRejection {
    @Override
    public String detail() {
      return "Part " + part + " of payment " + paymentId + " was tried " + limit + " times.";
    }
  }

  /// Cash is agreed when the order is placed.
  record CashNotPossible(PaymentId paymentId) implements PaymentRejection {
    @Override
    public String detail() {
      return "What is to be paid at once cannot be paid in cash.";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String field() {
      return "method";
    }
  }

  record RefundTooHigh(PaymentId paymentId, Money asked, Money possible)
      implements PaymentRejection {
    @Override
    public String detail() {
      return "Of payment %s at most %d minor units of %s can go back, not %d of %s."
          .formatted(
              paymentId, possible.minor(), possible.currency(), asked.minor(), asked.currency());
    }

    @Override
    public String field() {
      return "amount";
    }
  }

  record RefundAlreadyRequested(RefundId refundId) implements PaymentRejection {
    @Override
    public String detail() {
      return "Refund " + refundId + " was requested before with another amount.";
    }
  }

  /// It is through, or the provider's to pay.
  record RefundNotByHand(RefundId refundId) implements PaymentRejection {
    @Override
    public String detail() {
      return "Refund " + refundId + " is not one that is paid out by hand.";
    }
  }
}
