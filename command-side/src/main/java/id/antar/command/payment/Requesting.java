package id.antar.command.payment;

import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.payment.PaymentCommand.RequestPayment;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentRejection.PaymentAlreadyRequested;
import id.antar.command.decider.Decision;
import java.time.Instant;

/// How a payment begins. One over nothing is complete at once.
final class Requesting {

  private static final String NOTHING = "nothing-to-pay";

  private Requesting() {}

  static Decision<PaymentEvent> request(RequestPayment c, PaymentPolicy policy, Instant now) {
    var requested =
        new PaymentRequested(
            c.paymentId(),
            c.orderId(),
            c.customerId(),
            c.purpose(),
            c.amount(),
            c.parts(),
            now.plus(policy.expiryOf(c.parts())),
            c.occurredAt());
    return c.parts().isEmpty()
        ? Decision.accept(requested, Capturing.completed(requested, NOTHING, c.occurredAt()))
        : Decision.accept(requested);
  }

  static Decision<PaymentEvent> requestAgain(Known payment, RequestPayment c) {
    PaymentRequested first = payment.request();
    boolean same =
        first.orderId().equals(c.orderId())
            && first.customerId().equals(c.customerId())
            && first.purpose() == c.purpose()
            && first.amount().equals(c.amount())
            && first.parts().equals(c.parts());
    return same ? satisfied() : reject(new PaymentAlreadyRequested(c.paymentId()));
  }
}
