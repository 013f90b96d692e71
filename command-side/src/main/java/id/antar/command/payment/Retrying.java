package id.antar.command.payment;

import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentCommand.GiveUpCharge;
import id.antar.api.payment.PaymentCommand.RetryCharge;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.ChargeRequested;
import id.antar.api.payment.PaymentRejection.CashNotPossible;
import id.antar.api.payment.PaymentRejection.NotYourPayment;
import id.antar.api.payment.PaymentRejection.PartNotOpen;
import id.antar.api.payment.PaymentRejection.TooManyAttempts;
import id.antar.api.payment.PaymentRejection.UnknownPart;
import id.antar.command.decider.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A part that is not paid yet may be tried again. The attempt before is called off.
final class Retrying {

  private Retrying() {}

  static Decision<PaymentEvent> retry(Known payment, RetryCharge c, PaymentPolicy policy) {
    if (!payment.request().customerId().equals(c.customerId())) {
      return reject(new NotYourPayment(c.paymentId()));
    }
    if (payment.isEnded()) {
      return Refunding.notNow(payment, c);
    }
    if (payment.findPart(c.part()).isEmpty()) {
      return reject(new UnknownPart(c.paymentId(), c.part()));
    }
    if (!c.choice().method().isPrepaid()) {
      return reject(new CashNotPossible(c.paymentId()));
    }
    Attempt latest = payment.latest(c.part());
    if (payment.isPaid(c.part()) || !latest.isPrepaid() || isReserved(latest)) {
      return reject(new PartNotOpen(c.paymentId(), c.part()));
    }
    if (latest.isOpen() && latest.choice().equals(c.choice())) {
      return satisfied();
    }
    return latest.id().attempt() >= policy.attempts()
        ? reject(new TooManyAttempts(c.paymentId(), c.part(), policy.attempts()))
        : again(payment, latest, c);
  }

  /// Nobody has tried again in the time that was given.
  static Decision<PaymentEvent> giveUp(Known payment, GiveUpCharge c) {
    return Charging.of(
        payment,
        c,
        charge -> {
          if (charge.isOpen() || !isNeeded(payment, charge)) {
            return satisfied();
          }
          Turn turn = new Turn(payment);
          Ending.fail(turn, "The charge came to nothing.", c.occurredAt());
          return turn.decision();
        });
  }

  /// Whether the payment waits for this attempt and no other.
  static boolean isNeeded(Known payment, Attempt charge) {
    int part = charge.id().part();
    return !payment.isEnded()
        && !payment.isPaid(part)
        && payment.latest(part).id().equals(charge.id());
  }

  /// Until when a part may be tried again after this attempt.
  static @Nullable Instant until(Known payment, Attempt charge, PaymentPolicy policy, Instant now) {
    Instant expiry = payment.request().expiresAt();
    boolean possible =
        isNeeded(payment, charge)
            && charge.id().attempt() < policy.attempts()
            && now.isBefore(expiry);
    if (!possible) {
      return null;
    }
    Instant end = now.plus(policy.retryWithin());
    return end.isBefore(expiry) ? end : expiry;
  }

  private static boolean isReserved(Attempt attempt) {
    return attempt.stage() == Attempt.Stage.AUTHORISED;
  }

  private static Decision<PaymentEvent> again(Known payment, Attempt latest, RetryCharge c) {
    Turn turn = new Turn(payment);
    if (latest.isOpen()) {
      Ending.callOff(turn, latest, c.occurredAt());
    }
    var next = new ChargeId(c.paymentId(), c.part(), latest.id().attempt() + 1);
    return turn.and(
            new ChargeRequested(
                c.paymentId(), payment.request().orderId(), next, c.choice(), c.occurredAt()))
        .decision();
  }
}
