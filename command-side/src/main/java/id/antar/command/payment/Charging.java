package id.antar.command.payment;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.payment.PaymentCommand.AuthoriseCharge;
import id.antar.api.payment.PaymentCommand.AwaitCharge;
import id.antar.api.payment.PaymentCommand.ConfirmVoid;
import id.antar.api.payment.PaymentCommand.ExpireCharge;
import id.antar.api.payment.PaymentCommand.FailCharge;
import id.antar.api.payment.PaymentCommand.OfCharge;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.ChargeAuthorised;
import id.antar.api.payment.PaymentEvent.ChargeExpired;
import id.antar.api.payment.PaymentEvent.ChargeFailed;
import id.antar.api.payment.PaymentEvent.ChargePending;
import id.antar.api.payment.PaymentEvent.ChargeVoided;
import id.antar.api.payment.PaymentRejection.UnknownCharge;
import id.antar.command.decider.Decision;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How a charge goes until it is captured or comes to nothing. A provider's answers may come late,
/// twice and in any order: what is behind is not heard.
final class Charging {

  private Charging() {}

  static Decision<PaymentEvent> await(Known payment, AwaitCharge c) {
    return of(
        payment,
        c,
        charge ->
            charge.stage() == Attempt.Stage.REQUESTED
                ? accept(
                    new ChargePending(
                        c.paymentId(),
                        payment.request().orderId(),
                        c.chargeId(),
                        c.transactionId(),
                        c.instructions(),
                        c.expiresAt(),
                        c.occurredAt()))
                : satisfied());
  }

  static Decision<PaymentEvent> authorise(Known payment, AuthoriseCharge c) {
    return of(
        payment,
        c,
        charge -> {
          if (!charge.amount().equals(c.amount())) {
            return Capturing.mismatch(
                payment, charge, c.amount(), c.transactionId(), c.occurredAt());
          }
          return charge.stage().compareTo(Attempt.Stage.AUTHORISED) < 0
              ? accept(
                  new ChargeAuthorised(
                      c.paymentId(),
                      payment.request().orderId(),
                      c.chargeId(),
                      c.amount(),
                      c.transactionId(),
                      c.occurredAt()))
              : satisfied();
        });
  }

  static Decision<PaymentEvent> fail(
      Known payment, FailCharge c, PaymentPolicy policy, Instant now) {
    return of(payment, c, charge -> failed(payment, charge, c, c.reason(), policy, now));
  }

  static Decision<PaymentEvent> expire(
      Known payment, ExpireCharge c, PaymentPolicy policy, Instant now) {
    return of(
        payment,
        c,
        charge -> {
          if (!charge.isOpen()) {
            return satisfied();
          }
          @Nullable Instant retryUntil = Retrying.until(payment, charge, policy, now);
          return nothing(
              payment,
              charge,
              new ChargeExpired(
                  c.paymentId(),
                  payment.request().orderId(),
                  c.chargeId(),
                  retryUntil,
                  c.occurredAt()),
              "The payment has not come in the provider's time.");
        });
  }

  /// What nobody wanted to be voided has failed.
  static Decision<PaymentEvent> confirmVoid(
      Known payment, ConfirmVoid c, PaymentPolicy policy, Instant now) {
    return of(
        payment,
        c,
        charge -> {
          if (charge.isOpen() && charge.voiding()) {
            return accept(
                new ChargeVoided(
                    c.paymentId(), payment.request().orderId(), c.chargeId(), c.occurredAt()));
          }
          return failed(payment, charge, c, "The provider has called the charge off.", policy, now);
        });
  }

  static Decision<PaymentEvent> of(
      Known payment, OfCharge command, Function<Attempt, Decision<PaymentEvent>> rule) {
    return payment
        .find(command.chargeId())
        .filter(Attempt::isPrepaid)
        .map(rule)
        .orElseGet(() -> reject(new UnknownCharge(command.chargeId())));
  }

  private static Decision<PaymentEvent> failed(
      Known payment, Attempt charge, OfCharge c, String reason, PaymentPolicy policy, Instant now) {
    if (!charge.isOpen()) {
      return satisfied();
    }
    return nothing(
        payment,
        charge,
        new ChargeFailed(
            c.paymentId(),
            payment.request().orderId(),
            c.chargeId(),
            reason,
            Retrying.until(payment, charge, policy, now),
            c.occurredAt()),
        reason);
  }

  /// A charge that came to nothing ends the payment if it was the last that its part may have.
  private static Decision<PaymentEvent> nothing(
      Known payment, Attempt charge, PaymentEvent fact, String reason) {
    Turn turn = new Turn(payment).and(fact);
    boolean last =
        switch (fact) {
          case ChargeFailed e -> e.retryUntil() == null;
          case ChargeExpired e -> e.retryUntil() == null;
          default -> false;
        };
    if (last && Retrying.isNeeded(payment, charge)) {
      Ending.fail(turn, reason, fact.occurredAt());
    }
    return turn.decision();
  }
}
