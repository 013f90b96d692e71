package id.antar.command.payment;

import static id.antar.command.decider.Decision.reject;

import id.antar.api.payment.PaymentCommand;
import id.antar.api.payment.PaymentCommand.AuthoriseCharge;
import id.antar.api.payment.PaymentCommand.AwaitCharge;
import id.antar.api.payment.PaymentCommand.CallOffMismatched;
import id.antar.api.payment.PaymentCommand.CaptureCharge;
import id.antar.api.payment.PaymentCommand.ChargeBack;
import id.antar.api.payment.PaymentCommand.CollectCash;
import id.antar.api.payment.PaymentCommand.ConfirmRefund;
import id.antar.api.payment.PaymentCommand.ConfirmVoid;
import id.antar.api.payment.PaymentCommand.ExpireCharge;
import id.antar.api.payment.PaymentCommand.ExpirePayment;
import id.antar.api.payment.PaymentCommand.FailCharge;
import id.antar.api.payment.PaymentCommand.FailRefund;
import id.antar.api.payment.PaymentCommand.GiveUpCharge;
import id.antar.api.payment.PaymentCommand.PayOutRefund;
import id.antar.api.payment.PaymentCommand.RefundPayment;
import id.antar.api.payment.PaymentCommand.RequestPayment;
import id.antar.api.payment.PaymentCommand.RetryCharge;
import id.antar.api.payment.PaymentCommand.ReverseCapture;
import id.antar.api.payment.PaymentCommand.ReverseChargeback;
import id.antar.api.payment.PaymentCommand.ReversePayment;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentRejection.UnknownPayment;
import id.antar.command.decider.Decision;
import java.time.Instant;

/// Where a payment stands. Each rule has a class named for the act.
sealed interface PaymentState permits PaymentState.Unrequested, Known {

  record Unrequested() implements PaymentState {}

  default Decision<PaymentEvent> decide(PaymentCommand command, PaymentPolicy policy, Instant now) {
    return switch (this) {
      case Unrequested _ ->
          command instanceof RequestPayment c
              ? Requesting.request(c, policy, now)
              : reject(new UnknownPayment(command.paymentId()));
      case Known payment ->
          switch (command) {
            case RequestPayment c -> Requesting.requestAgain(payment, c);
            case RetryCharge c -> Retrying.retry(payment, c, policy);
            case AwaitCharge c -> Charging.await(payment, c);
            case AuthoriseCharge c -> Charging.authorise(payment, c);
            case CaptureCharge c -> Capturing.capture(payment, c);
            case FailCharge c -> Charging.fail(payment, c, policy, now);
            case ExpireCharge c -> Charging.expire(payment, c, policy, now);
            case ConfirmVoid c -> Charging.confirmVoid(payment, c, policy, now);
            case GiveUpCharge c -> Retrying.giveUp(payment, c);
            case ChargeBack c -> Disputing.chargeBack(payment, c);
            case ReverseChargeback c -> Disputing.reverse(payment, c);
            case ReverseCapture c -> Disputing.reverseCapture(payment, c);
            case CallOffMismatched c -> Capturing.callOffMismatched(payment, c);
            case CollectCash c -> Capturing.collectCash(payment, c);
            case ExpirePayment c -> Ending.expire(payment, c);
            case ReversePayment c -> Ending.reverse(payment, c);
            case RefundPayment c -> Refunding.refund(payment, c);
            case ConfirmRefund c -> Refunding.confirm(payment, c);
            case FailRefund c -> Refunding.fail(payment, c);
            case PayOutRefund c -> Refunding.payOut(payment, c);
          };
    };
  }

  default PaymentState evolve(PaymentEvent event) {
    return switch (this) {
      case Unrequested _ -> {
        if (event instanceof PaymentRequested e) {
          yield Known.requested(e);
        }
        throw new IllegalStateException("The payment's events do not begin with PaymentRequested.");
      }
      case Known payment -> payment.next(event);
    };
  }
}
