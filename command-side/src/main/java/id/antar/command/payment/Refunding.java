package id.antar.command.payment;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.payment.PaymentCommand;
import id.antar.api.payment.PaymentCommand.ConfirmRefund;
import id.antar.api.payment.PaymentCommand.ReversePayment;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.PaymentCancelled;
import id.antar.api.payment.PaymentEvent.PaymentRefunded;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.api.payment.PaymentRejection.NotInThisState;
import id.antar.command.decider.Decision;
import id.antar.command.payment.PaymentState.Known;
import id.antar.command.payment.PaymentState.Paid;
import id.antar.command.payment.PaymentState.Pending;
import id.antar.command.payment.PaymentState.Unpaid;
import java.time.Instant;

/// How the money goes back, always in full. Cash that was handed over goes back by hand, not here.
final class Refunding {

  private Refunding() {}

  static Decision<PaymentEvent> reverse(Known payment, ReversePayment c) {
    return switch (payment) {
      case Pending(var request) ->
          accept(
              new PaymentCancelled(c.paymentId(), request.orderId(), c.reason(), c.occurredAt()));
      case Paid paid -> reverse(paid, c);
      case Unpaid _ -> satisfied();
    };
  }

  static Decision<PaymentEvent> confirm(Known payment, ConfirmRefund c) {
    return switch (payment.status()) {
      case REFUND_PENDING ->
          accept(
              new PaymentRefunded(
                  c.paymentId(),
                  payment.request().orderId(),
                  payment.request().amount(),
                  c.transactionId(),
                  c.occurredAt()));
      case REFUNDED -> satisfied();
      case PENDING, COMPLETED, FAILED, CANCELLED -> notNow(payment, c);
    };
  }

  static RefundRequested requested(
      Known payment, String transactionId, String reason, Instant occurredAt) {
    return new RefundRequested(
        payment.request().paymentId(),
        payment.request().orderId(),
        payment.request().amount(),
        transactionId,
        reason,
        occurredAt);
  }

  static Decision<PaymentEvent> notNow(Known payment, PaymentCommand command) {
    return reject(
        new NotInThisState(
            command.paymentId(), payment.status(), command.getClass().getSimpleName()));
  }

  private static Decision<PaymentEvent> reverse(Paid payment, ReversePayment c) {
    return switch (payment.status()) {
      case COMPLETED ->
          payment.isPrepaid()
              ? accept(requested(payment, payment.transactionId(), c.reason(), c.occurredAt()))
              : notNow(payment, c);
      case REFUND_PENDING, REFUNDED -> satisfied();
      case PENDING, FAILED, CANCELLED -> notNow(payment, c);
    };
  }
}
