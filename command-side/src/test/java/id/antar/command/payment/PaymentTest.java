package id.antar.command.payment;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.CARD;
import static id.antar.command.Cast.CHARGE;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.PAYMENT;
import static id.antar.command.Cast.at;
import static id.antar.command.payment.PaymentStory.AMOUNT;
import static id.antar.command.payment.PaymentStory.BY_CARD;
import static id.antar.command.payment.PaymentStory.IN_CASH;
import static id.antar.command.payment.PaymentStory.LATE;
import static id.antar.command.payment.PaymentStory.OF_CASH;
import static id.antar.command.payment.PaymentStory.SECOND;
import static id.antar.command.payment.PaymentStory.SPLIT;
import static id.antar.command.payment.PaymentStory.TWO_PREPAID;
import static id.antar.command.payment.PaymentStory.WALLET;
import static id.antar.command.payment.PaymentStory.back;
import static id.antar.command.payment.PaymentStory.cancelled;
import static id.antar.command.payment.PaymentStory.capture;
import static id.antar.command.payment.PaymentStory.captured;
import static id.antar.command.payment.PaymentStory.collect;
import static id.antar.command.payment.PaymentStory.collected;
import static id.antar.command.payment.PaymentStory.completed;
import static id.antar.command.payment.PaymentStory.completedAtTheDoor;
import static id.antar.command.payment.PaymentStory.earned;
import static id.antar.command.payment.PaymentStory.eur;
import static id.antar.command.payment.PaymentStory.failed;
import static id.antar.command.payment.PaymentStory.given;
import static id.antar.command.payment.PaymentStory.paid;
import static id.antar.command.payment.PaymentStory.refunded;
import static id.antar.command.payment.PaymentStory.request;
import static id.antar.command.payment.PaymentStory.requested;
import static id.antar.command.payment.PaymentStory.retried;
import static id.antar.command.payment.PaymentStory.retry;
import static id.antar.command.payment.PaymentStory.reverse;
import static id.antar.command.payment.PaymentStory.reversed;
import static id.antar.command.payment.PaymentStory.secured;
import static id.antar.command.payment.PaymentStory.toVoid;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.money.Money;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentCommand.CallOffMismatched;
import id.antar.api.payment.PaymentCommand.ConfirmRefund;
import id.antar.api.payment.PaymentCommand.ExpirePayment;
import id.antar.api.payment.PaymentCommand.FailCharge;
import id.antar.api.payment.PaymentCommand.GiveUpCharge;
import id.antar.api.payment.PaymentCommand.PayOutRefund;
import id.antar.api.payment.PaymentCommand.RequestPayment;
import id.antar.api.payment.PaymentEvent.ChargeMismatched;
import id.antar.api.payment.PaymentEvent.PaymentCompleted;
import id.antar.api.payment.PaymentEvent.PaymentExpired;
import id.antar.api.payment.PaymentEvent.PaymentFailed;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPurpose;
import id.antar.api.payment.PaymentRejection.ChargeNotMismatched;
import id.antar.api.payment.PaymentRejection.NotInThisState;
import id.antar.api.payment.PaymentRejection.PaymentAlreadyRequested;
import id.antar.api.payment.PaymentRejection.RefundNotByHand;
import id.antar.api.payment.PaymentRejection.UnknownCharge;
import id.antar.api.payment.PaymentRejection.UnknownPayment;
import id.antar.api.payment.PaymentRejection.UnknownRefund;
import id.antar.api.payment.PaymentStatus;
import id.antar.api.payment.RefundId;
import id.antar.api.payment.RefundSource;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PaymentTest {

  @Nested
  class RequestingIt {

    @Test
    void whatIsPaidBeforeTheDoorHasAQuarterOfAnHour() {
      given().when(request(BY_CARD)).then(requested(BY_CARD));
      given().when(request(SPLIT)).then(requested(SPLIT));
    }

    @Test
    void cashHasLongerThanAnyOrderLives() {
      assertThat(requested(IN_CASH).expiresAt()).isEqualTo(at(24 * 60));
      given().when(request(IN_CASH)).then(requested(IN_CASH));
    }

    @Test
    void whatCostsNothingIsPaidAtOnce() {
      given()
          .when(
              new RequestPayment(
                  PAYMENT, ORDER, ADA, PaymentPurpose.ORDER, eur(0), List.of(), NOON))
          .then(
              new PaymentRequested(
                  PAYMENT, ORDER, ADA, PaymentPurpose.ORDER, eur(0), List.of(), at(24 * 60), NOON),
              new PaymentCompleted(PAYMENT, ORDER, eur(0), "nothing-to-pay", NOON));
    }

    @Test
    void theSameTwiceIsFineButNotAnother() {
      given(requested(BY_CARD)).when(request(BY_CARD)).thenNothing();
      given(requested(BY_CARD))
          .when(request(IN_CASH))
          .thenRefused(new PaymentAlreadyRequested(PAYMENT));
    }
  }

  @Nested
  class CapturingIt {

    @Test
    void theMoneyIsHere() {
      given(requested(BY_CARD))
          .when(capture(CHARGE, AMOUNT))
          .then(captured(), secured(), completed("tx-1"));
    }

    @Test
    void twiceIsFine() {
      given(paid()).when(capture(CHARGE, AMOUNT)).thenNothing();
    }

    @Test
    void ofSeveralPartsAllHaveToCome() {
      var second = new ChargeId(PAYMENT, 2, 1);
      given(requested(TWO_PREPAID))
          .when(capture(CHARGE, eur(2000)))
          .then(captured(CHARGE, PaymentMethod.CARD, eur(2000)));
      given(requested(TWO_PREPAID), captured(CHARGE, PaymentMethod.CARD, eur(2000)))
          .when(capture(second, eur(950)))
          .then(captured(second, PaymentMethod.E_WALLET, eur(950)), secured(), completed("tx-1"));
    }

    @Test
    void cashIsNotWaitedForBeforeTheDoor() {
      given(requested(SPLIT))
          .when(capture(CHARGE, eur(2000)))
          .then(captured(CHARGE, PaymentMethod.CARD, eur(2000)), secured());
    }

    @Test
    void anotherAmountNeverCounts() {
      var mismatch = new ChargeMismatched(PAYMENT, ORDER, CHARGE, AMOUNT, eur(1), "tx-1", at(2));
      given(requested(BY_CARD)).when(capture(CHARGE, eur(1))).then(mismatch);
      given(requested(BY_CARD), mismatch).when(capture(CHARGE, eur(1))).thenNothing();
      assertThat(Errand.find(given(requested(BY_CARD), mismatch).state(), CHARGE)).isEmpty();
    }

    @Test
    void anotherAmountThatNobodyWantsIsCalledOffAndGoesBack() {
      var mismatch = new ChargeMismatched(PAYMENT, ORDER, CHARGE, AMOUNT, eur(2900), "tx-1", at(2));
      var off = given(requested(BY_CARD), mismatch, cancelled(), toVoid(CHARGE, 5));
      var came = captured(CHARGE, PaymentMethod.CARD, eur(2900));
      var back = back(1, CHARGE, PaymentMethod.CARD, eur(2900), LATE, 2);

      assertThat(Errand.find(off.state(), CHARGE)).contains(Errand.VOID);
      off.when(capture(CHARGE, eur(2900))).then(came, back);
      off.and(came, back).when(capture(CHARGE, eur(2900))).thenNothing();
      assertThat(((Known) off.and(came, back, refunded(back, "re-1", 3)).state()).status())
          .isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void anotherAmountInAnotherCurrencyStaysForSomebodyToLook() {
      var held = Money.of(2950, "IDR");
      given(requested(BY_CARD), cancelled(), toVoid(CHARGE, 5))
          .when(capture(CHARGE, held))
          .then(new ChargeMismatched(PAYMENT, ORDER, CHARGE, AMOUNT, held, "tx-1", at(2)));
    }

    @Test
    void anOperatorDoesNotWaitForAnotherAmount() {
      var mismatch = new ChargeMismatched(PAYMENT, ORDER, CHARGE, AMOUNT, eur(2900), "tx-1", at(2));
      var callOff = new CallOffMismatched(CHARGE, at(3));

      given(requested(BY_CARD)).when(callOff).thenRefused(new ChargeNotMismatched(CHARGE));
      given(requested(BY_CARD), mismatch).when(callOff).then(toVoid(CHARGE, 3));
      given(requested(BY_CARD), mismatch, toVoid(CHARGE, 3)).when(callOff).thenNothing();
      given(requested(BY_CARD), mismatch, toVoid(CHARGE, 3))
          .when(capture(CHARGE, eur(2900)))
          .then(
              captured(CHARGE, PaymentMethod.CARD, eur(2900)),
              back(1, CHARGE, PaymentMethod.CARD, eur(2900), LATE, 2));
    }

    @Test
    void moneyThatComesTooLateGoesBack() {
      given(requested(BY_CARD), cancelled(), toVoid(CHARGE, 5))
          .when(capture(CHARGE, AMOUNT))
          .then(captured(), back(1, CHARGE, PaymentMethod.CARD, AMOUNT, LATE, 2));
    }

    @Test
    void anUnknownPaymentOrChargeIsUnknown() {
      given().when(capture(CHARGE, AMOUNT)).thenRefused(new UnknownPayment(PAYMENT));
      given(requested(BY_CARD))
          .when(capture(SECOND, AMOUNT))
          .thenRefused(new UnknownCharge(SECOND));
      given(requested(IN_CASH))
          .when(capture(CHARGE, AMOUNT))
          .thenRefused(new UnknownCharge(CHARGE));
    }
  }

  @Nested
  class CollectingCash {

    @Test
    void theCourierHasIt() {
      given(requested(IN_CASH))
          .when(collect())
          .then(collected(1, AMOUNT), completedAtTheDoor(), earned());
    }

    @Test
    void theRestIsCollectedAtTheDoor() {
      given(requested(SPLIT), captured(CHARGE, PaymentMethod.CARD, eur(2000)), secured())
          .when(collect())
          .then(collected(2, eur(950)), completedAtTheDoor(), earned());
    }

    @Test
    void whatWasPaidBeforeIsEarned() {
      given(paid()).when(collect()).then(earned());
    }

    @Test
    void twiceIsFine() {
      given(requested(IN_CASH), collected(1, AMOUNT), completedAtTheDoor(), earned())
          .when(collect())
          .thenNothing();
    }

    @Test
    void forACancelledPaymentItIsInHandAndGoesBack() {
      var why = "The order was off when it was delivered.";
      var back = PaymentStory.back(1, CHARGE, PaymentMethod.CASH, AMOUNT, why, 40);
      given(requested(IN_CASH), cancelled()).when(collect()).then(collected(1, AMOUNT), back);
      given(requested(IN_CASH), cancelled(), collected(1, AMOUNT), back)
          .when(collect())
          .thenNothing();
      given(requested(BY_CARD), cancelled()).when(collect()).thenNothing();
    }
  }

  @Nested
  class FailingIt {

    private final FailCharge fail = new FailCharge(CHARGE, "no funds", at(2));

    @Test
    void theBankSaysNoAndThePartMayBeTriedAgain() {
      given(requested(BY_CARD)).when(fail).then(failed(CHARGE, at(7)));
      given(requested(BY_CARD), failed(CHARGE, at(7))).when(retry(WALLET)).then(retried(WALLET));
    }

    @Test
    void whoDoesNotTryAgainInTimeHasFailed() {
      given(requested(BY_CARD), failed(CHARGE, at(7)))
          .when(new GiveUpCharge(CHARGE, at(7)))
          .then(new PaymentFailed(PAYMENT, ORDER, "The charge came to nothing.", at(7)));
      given(requested(BY_CARD), failed(CHARGE, at(7)), retried(WALLET))
          .when(new GiveUpCharge(CHARGE, at(7)))
          .thenNothing();
    }

    @Test
    void noMoneyTwiceIsFine() {
      given(requested(BY_CARD), failed(CHARGE, at(7))).when(fail).thenNothing();
      given(paid()).when(fail).thenNothing();
    }

    @Test
    void itExpiresInItsTimeAndNotBefore() {
      given(requested(BY_CARD)).when(new ExpirePayment(PAYMENT, at(14))).thenNothing();
      given(requested(BY_CARD))
          .when(new ExpirePayment(PAYMENT, at(15)))
          .then(new PaymentExpired(PAYMENT, ORDER, at(15)), toVoid(CHARGE, 15));
      given(paid()).when(new ExpirePayment(PAYMENT, at(15))).thenNothing();
    }
  }

  @Nested
  class RetryingIt {

    @Test
    void anAttemptThatWaitsIsCalledOff() {
      given(requested(BY_CARD)).when(retry(WALLET)).then(toVoid(CHARGE, 3), retried(WALLET));
      given(requested(BY_CARD)).when(retry(CARD)).thenNothing();
    }

    @Test
    void ofTwoAttemptsThatBothSucceedOneGoesBack() {
      given(requested(BY_CARD), toVoid(CHARGE, 3), retried(WALLET))
          .when(capture(CHARGE, AMOUNT))
          .then(captured(), toVoid(SECOND, 2), secured(), completed("tx-1"));
      given(
              requested(BY_CARD),
              toVoid(CHARGE, 3),
              retried(WALLET),
              captured(),
              toVoid(SECOND, 2),
              secured(),
              completed("tx-1"))
          .when(capture(SECOND, AMOUNT))
          .then(
              captured(SECOND, PaymentMethod.E_WALLET, AMOUNT),
              back(1, SECOND, PaymentMethod.E_WALLET, AMOUNT, LATE, 2));
    }
  }

  @Nested
  class ReversingIt {

    @Test
    void whatIsOpenIsCalledOff() {
      given(requested(BY_CARD)).when(reverse()).then(cancelled(), toVoid(CHARGE, 5));
    }

    @Test
    void whatHasComeGoesBack() {
      given(paid()).when(reverse()).then(cancelled(), reversed());
      given(paid())
          .and(cancelled(), reversed())
          .when(new ConfirmRefund(PAYMENT, reversed().refundId(), "re-1", at(6)))
          .then(refunded(reversed(), "re-1", 6));
    }

    @Test
    void twiceIsFine() {
      given(paid()).and(cancelled(), reversed()).when(reverse()).thenNothing();
    }

    @Test
    void aRefundThatNobodyAskedForIsRefused() {
      var id = RefundId.ofReversal(PAYMENT, 1);
      given(paid())
          .when(new ConfirmRefund(PAYMENT, id, "re-1", at(4)))
          .thenRefused(new UnknownRefund(PAYMENT, id));
    }

    @Test
    void whatWasDeliveredIsNotReversed() {
      given(paid())
          .and(earned())
          .when(reverse())
          .thenRefused(new NotInThisState(PAYMENT, PaymentStatus.COMPLETED, "ReversePayment"));
    }

    @Test
    void onlyCashIsPaidOutByHand() {
      RefundRequested ofCard = reversed();
      given(paid())
          .and(cancelled(), ofCard)
          .when(new PayOutRefund(PAYMENT, ofCard.refundId(), RefundSource.OFFICE, at(6)))
          .thenRefused(new RefundNotByHand(ofCard.refundId()));
    }
  }

  @Nested
  class HistoriesFromBeforeThereWereParts {

    @Test
    void aCompletedPaymentIsPaid() {
      var old = given(requested(BY_CARD), completed("tx-1"));
      old.when(capture(CHARGE, AMOUNT)).thenNothing();
      old.when(reverse()).then(cancelled(), reversed());
    }

    @Test
    void cashThatWasCollectedIsHere() {
      given(requested(IN_CASH), completed("cash-trip-1")).when(collect()).then(earned());
    }
  }

  @Nested
  class WhatTheGatewayHasStillToDo {

    @Test
    void anOpenCardIsToBeCharged() {
      assertThat(Errand.find(given(requested(BY_CARD)).state(), CHARGE)).contains(Errand.CHARGE);
    }

    @Test
    void whatIsCalledOffIsToBeVoided() {
      assertThat(
              Errand.find(
                  given(requested(BY_CARD), cancelled(), toVoid(CHARGE, 5)).state(), CHARGE))
          .contains(Errand.VOID);
    }

    @Test
    void nothingElseIsToBeDone() {
      assertThat(Errand.find(given().state(), CHARGE)).isEmpty();
      assertThat(Errand.find(given(requested(IN_CASH)).state(), CHARGE)).isEmpty();
      assertThat(Errand.find(given(requested(SPLIT)).state(), OF_CASH)).isEmpty();
      assertThat(Errand.find(given(paid()).state(), CHARGE)).isEmpty();
    }
  }
}
