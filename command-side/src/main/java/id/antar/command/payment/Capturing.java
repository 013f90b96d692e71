package id.antar.command.payment;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.money.Money;
import id.antar.api.payment.PaymentCommand.CallOffMismatched;
import id.antar.api.payment.PaymentCommand.CaptureCharge;
import id.antar.api.payment.PaymentCommand.CollectCash;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.CashCollected;
import id.antar.api.payment.PaymentEvent.ChargeCaptured;
import id.antar.api.payment.PaymentEvent.ChargeMismatched;
import id.antar.api.payment.PaymentEvent.PaymentCompleted;
import id.antar.api.payment.PaymentEvent.PaymentEarned;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentEvent.PaymentSecured;
import id.antar.api.payment.PaymentPart;
import id.antar.api.payment.PaymentRejection.ChargeNotMismatched;
import id.antar.command.decider.Decision;
import java.time.Instant;
import java.util.Optional;

/// How the money comes. It may come after the payment was given up, or for a part that was paid
/// otherwise meanwhile: then it is here all the same, and goes back at once. So does money in
/// another amount than was asked for, once nobody wants it any more; as long as it is wanted, it
/// does not count.
final class Capturing {

  private Capturing() {}

  static Decision<PaymentEvent> capture(Known payment, CaptureCharge c) {
    return Charging.of(
        payment,
        c,
        charge -> {
          if (charge.isCaptured() && charge.requireCapture().amount().equals(c.amount())) {
            return satisfied();
          }
          boolean counts =
              charge.amount().equals(c.amount()) || isUnwanted(payment, charge, c.amount());
          return counts && !charge.isCaptured()
              ? captured(payment, charge, c)
              : mismatch(payment, charge, c.amount(), c.transactionId(), c.occurredAt());
        });
  }

  /// Nobody waits for it: it may be recorded as what it is, and go back.
  private static boolean isUnwanted(Known payment, Attempt charge, Money held) {
    return held.currency().equals(charge.amount().currency())
        && held.minor() > 0
        && (payment.isEnded() || charge.voiding() || !charge.isOpen());
  }

  /// An operator has looked: what the provider holds is not to be waited for. It is called off, or
  /// goes back if it has come.
  static Decision<PaymentEvent> callOffMismatched(Known payment, CallOffMismatched c) {
    return Charging.of(
        payment,
        c,
        charge -> {
          if (!charge.mismatched()) {
            return reject(new ChargeNotMismatched(c.chargeId()));
          }
          Turn turn = new Turn(payment);
          Ending.callOff(turn, charge, c.occurredAt());
          return turn.decision();
        });
  }

  /// Told once. What is captured already counts on.
  static Decision<PaymentEvent> mismatch(
      Known payment, Attempt charge, Money actual, String transactionId, Instant occurredAt) {
    return charge.mismatched()
        ? satisfied()
        : accept(
            new ChargeMismatched(
                charge.id().paymentId(),
                payment.request().orderId(),
                charge.id(),
                charge.amount(),
                actual,
                transactionId,
                occurredAt));
  }

  /// Told at every delivery. Cash is the only part that is paid then. What was delivered though it
  /// was off is cash in the courier's hand all the same, and goes back.
  static Decision<PaymentEvent> collectCash(Known payment, CollectCash c) {
    if (payment.earned()) {
      return satisfied();
    }
    Turn turn = new Turn(payment);
    Optional<PaymentPart> cash = cashDue(payment);
    cash.ifPresent(part -> turn.and(collected(payment, part, c)));
    if (payment.isEnded() && cash.isEmpty()) {
      return satisfied();
    }
    if (payment.isEnded()) {
      Ending.giveBack(turn, "The order was off when it was delivered.", c.occurredAt());
      return turn.decision();
    }
    complete(turn, "cash-" + c.assignmentId(), c.occurredAt());
    return turn.and(new PaymentEarned(c.paymentId(), payment.request().orderId(), c.occurredAt()))
        .decision();
  }

  private static Optional<PaymentPart> cashDue(Known payment) {
    return payment.request().parts().stream()
        .filter(part -> !part.isPrepaid() && !payment.latest(part.number()).isCaptured())
        .findFirst();
  }

  private static CashCollected collected(Known payment, PaymentPart part, CollectCash c) {
    return new CashCollected(
        c.paymentId(),
        payment.request().orderId(),
        part.number(),
        part.amount(),
        c.assignmentId(),
        c.courierId(),
        c.occurredAt());
  }

  static PaymentCompleted completed(
      PaymentRequested request, String transactionId, Instant occurredAt) {
    return new PaymentCompleted(
        request.paymentId(), request.orderId(), request.amount(), transactionId, occurredAt);
  }

  private static Decision<PaymentEvent> captured(Known payment, Attempt charge, CaptureCharge c) {
    Turn turn =
        new Turn(payment)
            .and(
                new ChargeCaptured(
                    c.paymentId(),
                    payment.request().orderId(),
                    c.chargeId(),
                    charge.method(),
                    c.amount(),
                    c.transactionId(),
                    c.occurredAt()));
    if (payment.isSurplus(charge, c.amount())) {
      Ending.giveBack(turn, "The money came when it was not wanted any more.", c.occurredAt());
    } else {
      Ending.callOffOthers(turn, charge, c.occurredAt());
      complete(turn, c.transactionId(), c.occurredAt());
    }
    return turn.decision();
  }

  private static void complete(Turn turn, String transactionId, Instant occurredAt) {
    PaymentRequested request = turn.payment().request();
    if (!turn.payment().secured() && isPaid(turn.payment(), true)) {
      turn.and(new PaymentSecured(request.paymentId(), request.orderId(), occurredAt));
    }
    if (!turn.payment().completed() && isPaid(turn.payment(), false)) {
      turn.and(completed(request, transactionId, occurredAt));
    }
  }

  private static boolean isPaid(Known payment, boolean prepaidOnly) {
    var parts =
        payment.request().parts().stream().filter(it -> !prepaidOnly || it.isPrepaid()).toList();
    return !parts.isEmpty() && parts.stream().allMatch(it -> payment.isPaid(it.number()));
  }
}
