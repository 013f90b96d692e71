package id.antar.command.payment;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.CARD;
import static id.antar.command.Cast.CASH;
import static id.antar.command.Cast.CHARGE;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.PAYMENT;
import static id.antar.command.Cast.TRIP;
import static id.antar.command.Cast.at;

import id.antar.api.money.Money;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentCommand;
import id.antar.api.payment.PaymentCommand.CaptureCharge;
import id.antar.api.payment.PaymentCommand.CollectCash;
import id.antar.api.payment.PaymentCommand.RequestPayment;
import id.antar.api.payment.PaymentCommand.RetryCharge;
import id.antar.api.payment.PaymentCommand.ReversePayment;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.CashCollected;
import id.antar.api.payment.PaymentEvent.ChargeCaptured;
import id.antar.api.payment.PaymentEvent.ChargeFailed;
import id.antar.api.payment.PaymentEvent.ChargeRequested;
import id.antar.api.payment.PaymentEvent.PaymentCancelled;
import id.antar.api.payment.PaymentEvent.PaymentCompleted;
import id.antar.api.payment.PaymentEvent.PaymentEarned;
import id.antar.api.payment.PaymentEvent.PaymentRefunded;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentEvent.PaymentSecured;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.api.payment.PaymentEvent.VoidRequested;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPart;
import id.antar.api.payment.PaymentPurpose;
import id.antar.api.payment.RefundId;
import id.antar.api.payment.RefundSource;
import id.antar.command.decider.Decision;
import id.antar.command.decider.History;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Payments of 29.50: by card, in cash, or 20 by card and the rest in cash.
final class PaymentStory {

  static final Money AMOUNT = eur(2950);
  static final PaymentChoice WALLET = new PaymentChoice(PaymentMethod.E_WALLET, "wallet-ada");
  static final ChargeId SECOND = new ChargeId(PAYMENT, 1, 2);
  static final ChargeId OF_CASH = new ChargeId(PAYMENT, 2, 1);
  static final List<PaymentPart> BY_CARD = List.of(new PaymentPart(1, CARD, AMOUNT));
  static final List<PaymentPart> IN_CASH = List.of(new PaymentPart(1, CASH, AMOUNT));
  static final List<PaymentPart> SPLIT =
      List.of(new PaymentPart(1, CARD, eur(2000)), new PaymentPart(2, CASH, eur(950)));
  static final List<PaymentPart> TWO_PREPAID =
      List.of(new PaymentPart(1, CARD, eur(2000)), new PaymentPart(2, WALLET, eur(950)));
  static final String LATE = "The money came when it was not wanted any more.";

  private PaymentStory() {}

  static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }

  static History<PaymentState, PaymentCommand, PaymentEvent> given(PaymentEvent... events) {
    return new History<PaymentState, PaymentCommand, PaymentEvent>(
            new PaymentState.Unrequested(), PaymentState::evolve, PaymentStory::decide)
        .and(events);
  }

  static Decision<PaymentEvent> decide(PaymentState state, PaymentCommand command) {
    return state.decide(command, PaymentPolicy.standard(), command.occurredAt());
  }

  static RequestPayment request(List<PaymentPart> parts) {
    return new RequestPayment(PAYMENT, ORDER, ADA, PaymentPurpose.ORDER, AMOUNT, parts, NOON);
  }

  static PaymentRequested requested(List<PaymentPart> parts) {
    boolean prepaid = parts.stream().anyMatch(PaymentPart::isPrepaid);
    Instant expiresAt = prepaid ? at(15) : at(24 * 60);
    return new PaymentRequested(
        PAYMENT, ORDER, ADA, PaymentPurpose.ORDER, AMOUNT, parts, expiresAt, NOON);
  }

  static CaptureCharge capture(ChargeId id, Money amount) {
    return new CaptureCharge(id, amount, "tx-" + id.attempt(), at(2));
  }

  static ChargeCaptured captured(ChargeId id, PaymentMethod method, Money amount) {
    return new ChargeCaptured(PAYMENT, ORDER, id, method, amount, "tx-" + id.attempt(), at(2));
  }

  static ChargeCaptured captured() {
    return captured(CHARGE, PaymentMethod.CARD, AMOUNT);
  }

  static PaymentSecured secured() {
    return new PaymentSecured(PAYMENT, ORDER, at(2));
  }

  static PaymentCompleted completed(String transactionId) {
    return new PaymentCompleted(PAYMENT, ORDER, AMOUNT, transactionId, at(2));
  }

  static PaymentEvent[] paid() {
    return new PaymentEvent[] {requested(BY_CARD), captured(), secured(), completed("tx-1")};
  }

  static ChargeFailed failed(ChargeId id, @Nullable Instant retryUntil) {
    return new ChargeFailed(PAYMENT, ORDER, id, "no funds", retryUntil, at(2));
  }

  static RetryCharge retry(PaymentChoice choice) {
    return new RetryCharge(PAYMENT, ADA, 1, choice, at(3));
  }

  static ChargeRequested retried(PaymentChoice choice) {
    return new ChargeRequested(PAYMENT, ORDER, SECOND, choice, at(3));
  }

  static VoidRequested toVoid(ChargeId id, long minute) {
    return new VoidRequested(PAYMENT, ORDER, id, at(minute));
  }

  static CollectCash collect() {
    return new CollectCash(PAYMENT, TRIP, BO, at(40));
  }

  static CashCollected collected(int part, Money amount) {
    return new CashCollected(PAYMENT, ORDER, part, amount, TRIP, BO, at(40));
  }

  static PaymentCompleted completedAtTheDoor() {
    return new PaymentCompleted(PAYMENT, ORDER, AMOUNT, "cash-trip-1", at(40));
  }

  static PaymentEarned earned() {
    return new PaymentEarned(PAYMENT, ORDER, at(40));
  }

  static ReversePayment reverse() {
    return new ReversePayment(PAYMENT, "order off", at(5));
  }

  static PaymentCancelled cancelled() {
    return new PaymentCancelled(PAYMENT, ORDER, "order off", at(5));
  }

  static RefundRequested back(
      int number, ChargeId charge, PaymentMethod method, Money amount, String why, long minute) {
    return new RefundRequested(
        PAYMENT,
        ORDER,
        RefundId.ofReversal(PAYMENT, number),
        charge,
        method,
        amount,
        method == PaymentMethod.CASH ? "cash-trip-1" : "tx-" + charge.attempt(),
        why,
        false,
        null,
        at(minute));
  }

  static RefundRequested reversed() {
    return back(1, CHARGE, PaymentMethod.CARD, AMOUNT, "order off", 5);
  }

  static PaymentRefunded refunded(RefundRequested request, String transactionId, long minute) {
    return refunded(request, RefundSource.PROVIDER, transactionId, minute);
  }

  static PaymentRefunded refunded(
      RefundRequested request, RefundSource paidFrom, String transactionId, long minute) {
    return new PaymentRefunded(
        PAYMENT,
        ORDER,
        request.refundId(),
        request.chargeId(),
        request.method(),
        paidFrom,
        request.amount(),
        transactionId,
        request.compensation(),
        request.borneBy(),
        at(minute));
  }
}
