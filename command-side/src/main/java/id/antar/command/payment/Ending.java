package id.antar.command.payment;

import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.money.Money;
import id.antar.api.payment.PaymentCommand.ExpirePayment;
import id.antar.api.payment.PaymentCommand.ReversePayment;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.PaymentCancelled;
import id.antar.api.payment.PaymentEvent.PaymentExpired;
import id.antar.api.payment.PaymentEvent.PaymentFailed;
import id.antar.api.payment.PaymentEvent.VoidRequested;
import id.antar.api.payment.RefundId;
import id.antar.command.decider.Decision;
import java.time.Instant;

/// How a payment is given up: what is open is called off, what has come goes back, cash too.
final class Ending {

  private Ending() {}

  /// The command's own time counts: it is the time for which the expiry was set.
  static Decision<PaymentEvent> expire(Known payment, ExpirePayment c) {
    boolean due =
        !payment.isEnded()
            && !payment.secured()
            && !payment.completed()
            && !c.occurredAt().isBefore(payment.request().expiresAt());
    if (!due) {
      return satisfied();
    }
    Turn turn =
        new Turn(payment)
            .and(new PaymentExpired(c.paymentId(), payment.request().orderId(), c.occurredAt()));
    wind(turn, "The payment has not come in time.", c.occurredAt());
    return turn.decision();
  }

  static Decision<PaymentEvent> reverse(Known payment, ReversePayment c) {
    if (payment.isEnded()) {
      return satisfied();
    }
    if (payment.earned()) {
      return Refunding.notNow(payment, c);
    }
    Turn turn =
        new Turn(payment)
            .and(
                new PaymentCancelled(
                    c.paymentId(), payment.request().orderId(), c.reason(), c.occurredAt()));
    wind(turn, c.reason(), c.occurredAt());
    return turn.decision();
  }

  static void fail(Turn turn, String reason, Instant occurredAt) {
    var request = turn.payment().request();
    turn.and(new PaymentFailed(request.paymentId(), request.orderId(), reason, occurredAt));
    wind(turn, reason, occurredAt);
  }

  /// All that an attempt has brought and that is still here, of all attempts that nobody wants.
  static void giveBack(Turn turn, String reason, Instant occurredAt) {
    for (Attempt attempt : turn.payment().attempts()) {
      Money left = turn.payment().left(attempt);
      if (left.minor() > 0 && (turn.payment().isEnded() || attempt.surplus())) {
        turn.and(
            Refunding.requested(
                turn.payment(),
                RefundId.ofReversal(attempt.id().paymentId(), turn.payment().refunds().size() + 1),
                attempt,
                left,
                reason,
                null,
                occurredAt));
      }
    }
  }

  static void callOff(Turn turn, Attempt charge, Instant occurredAt) {
    if (charge.isPrepaid() && charge.isOpen() && !charge.voiding()) {
      turn.and(
          new VoidRequested(
              charge.id().paymentId(),
              turn.payment().request().orderId(),
              charge.id(),
              occurredAt));
    }
  }

  /// Of several attempts at a part one is enough.
  static void callOffOthers(Turn turn, Attempt paid, Instant occurredAt) {
    for (Attempt attempt : turn.payment().attempts()) {
      if (attempt.id().part() == paid.id().part()) {
        callOff(turn, attempt, occurredAt);
      }
    }
  }

  private static void wind(Turn turn, String reason, Instant occurredAt) {
    for (Attempt attempt : turn.payment().attempts()) {
      callOff(turn, attempt, occurredAt);
    }
    giveBack(turn, reason, occurredAt);
  }
}
