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

  record AmountMismatch(PaymentId paymentId, Money expected, Money actual)
      implements PaymentRejection {
    @Override
    public String detail() {
      return "Payment " + paymentId + " is over " + expected + ", not " + actual + ".";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }
}
