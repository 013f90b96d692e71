package id.antar.command.payment;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.money.Money;
import id.antar.api.payment.PaymentCommand.CollectCash;
import id.antar.api.payment.PaymentCommand.CompletePayment;
import id.antar.api.payment.PaymentCommand.ExpirePayment;
import id.antar.api.payment.PaymentCommand.FailPayment;
import id.antar.api.payment.PaymentCommand.RequestPayment;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.PaymentCompleted;
import id.antar.api.payment.PaymentEvent.PaymentFailed;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentRejection.AmountMismatch;
import id.antar.api.payment.PaymentRejection.PaymentAlreadyRequested;
import id.antar.command.decider.Decision;
import id.antar.command.payment.PaymentState.Known;
import id.antar.command.payment.PaymentState.Paid;
import id.antar.command.payment.PaymentState.Pending;
import id.antar.command.payment.PaymentState.Unpaid;

/// How the money comes, or does not.
final class Charging {

  private Charging() {}

  static Decision<PaymentEvent> requestAgain(Known payment, RequestPayment c) {
    PaymentRequested first = payment.request();
    boolean same =
        first.orderId().equals(c.orderId())
            && first.customerId().equals(c.customerId())
            && first.amount().equals(c.amount())
            && first.choice().equals(c.choice());
    return same ? satisfied() : reject(new PaymentAlreadyRequested(c.paymentId()));
  }

  /// A charge may be answered after the payment was given up. Then the money is here all the same,
  /// and goes back at once.
  static Decision<PaymentEvent> complete(Known payment, CompletePayment c) {
    Money expected = payment.request().amount();
    if (!expected.equals(c.amount())) {
      return reject(new AmountMismatch(c.paymentId(), expected, c.amount()));
    }
    var completed =
        new PaymentCompleted(
            c.paymentId(),
            payment.request().orderId(),
            c.amount(),
            c.transactionId(),
            c.occurredAt());
    return switch (payment) {
      case Pending _ -> accept(completed);
      case Paid paid ->
          paid.transactionId().equals(c.transactionId())
              ? satisfied()
              : Refunding.notNow(payment, c);
      case Unpaid _ ->
          payment.isPrepaid()
              ? accept(
                  completed,
                  Refunding.requested(
                      payment,
                      c.transactionId(),
                      "The money came after the payment was given up.",
                      c.occurredAt()))
              : Refunding.notNow(payment, c);
    };
  }

  static Decision<PaymentEvent> collectCash(Known payment, CollectCash c) {
    if (payment.isPrepaid()) {
      return satisfied();
    }
    return switch (payment) {
      case Pending(var request) ->
          accept(
              new PaymentCompleted(
                  c.paymentId(),
                  request.orderId(),
                  request.amount(),
                  "cash-" + c.assignmentId(),
                  c.occurredAt()));
      case Paid _ -> satisfied();
      case Unpaid _ -> Refunding.notNow(payment, c);
    };
  }

  static Decision<PaymentEvent> fail(Known payment, FailPayment c) {
    return switch (payment) {
      case Pending(var request) ->
          accept(new PaymentFailed(c.paymentId(), request.orderId(), c.reason(), c.occurredAt()));
      case Unpaid _ -> satisfied();
      case Paid _ -> Refunding.notNow(payment, c);
    };
  }

  /// The command's own time counts: it is the time for which the expiry was set.
  static Decision<PaymentEvent> expire(Known payment, ExpirePayment c) {
    return payment instanceof Pending(var request) && !c.occurredAt().isBefore(request.expiresAt())
        ? accept(
            new PaymentFailed(
                c.paymentId(),
                request.orderId(),
                "The payment has not come in time.",
                c.occurredAt()))
        : satisfied();
  }
}
