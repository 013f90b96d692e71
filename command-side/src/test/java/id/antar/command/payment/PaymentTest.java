package id.antar.command.payment;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.CARD;
import static id.antar.command.Cast.CASH;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.PAYMENT;
import static id.antar.command.Cast.TRIP;
import static id.antar.command.Cast.at;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.money.Money;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentCommand;
import id.antar.api.payment.PaymentCommand.CollectCash;
import id.antar.api.payment.PaymentCommand.CompletePayment;
import id.antar.api.payment.PaymentCommand.ConfirmRefund;
import id.antar.api.payment.PaymentCommand.ExpirePayment;
import id.antar.api.payment.PaymentCommand.FailPayment;
import id.antar.api.payment.PaymentCommand.RequestPayment;
import id.antar.api.payment.PaymentCommand.ReversePayment;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.PaymentCancelled;
import id.antar.api.payment.PaymentEvent.PaymentCompleted;
import id.antar.api.payment.PaymentEvent.PaymentFailed;
import id.antar.api.payment.PaymentEvent.PaymentRefunded;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.api.payment.PaymentRejection.AmountMismatch;
import id.antar.api.payment.PaymentRejection.NotInThisState;
import id.antar.api.payment.PaymentRejection.PaymentAlreadyRequested;
import id.antar.api.payment.PaymentRejection.UnknownPayment;
import id.antar.api.payment.PaymentStatus;
import id.antar.command.decider.Decision;
import id.antar.command.decider.History;
import id.antar.command.payment.PaymentGateway.Charge;
import id.antar.command.payment.PaymentGateway.Refund;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PaymentTest {

  private static final Money AMOUNT = Money.of(2950, "EUR");

  @Nested
  class RequestingIt {

    @Test
    void aCardHasAQuarterOfAnHour() {
      given().when(request(CARD)).then(requested(CARD));
    }

    @Test
    void cashHasLongerThanAnyOrderLives() {
      assertThat(requested(CASH).expiresAt()).isEqualTo(at(24 * 60));
      given().when(request(CASH)).then(requested(CASH));
    }

    @Test
    void theSameTwiceIsFineButNotAnother() {
      given(requested(CARD)).when(request(CARD)).thenNothing();
      given(requested(CARD)).when(request(CASH)).thenRefused(new PaymentAlreadyRequested(PAYMENT));
    }
  }

  @Nested
  class CompletingIt {

    @Test
    void theMoneyIsHere() {
      given(requested(CARD)).when(complete("tx-1")).then(completed("tx-1"));
    }

    @Test
    void theSameMoneyTwiceIsFineButNotOther() {
      given(requested(CARD), completed("tx-1")).when(complete("tx-1")).thenNothing();
      given(requested(CARD), completed("tx-1"))
          .when(complete("tx-2"))
          .thenRefused(new NotInThisState(PAYMENT, PaymentStatus.COMPLETED, "CompletePayment"));
    }

    @Test
    void anotherAmountIsRefused() {
      Money less = Money.of(1, "EUR");
      given(requested(CARD))
          .when(new CompletePayment(PAYMENT, less, "tx-1", at(2)))
          .thenRefused(new AmountMismatch(PAYMENT, AMOUNT, less));
    }

    @Test
    void moneyThatComesTooLateGoesBack() {
      for (PaymentEvent end : List.of(failed("expired"), cancelled())) {
        given(requested(CARD), end)
            .when(complete("tx-1"))
            .then(
                completed("tx-1"),
                new RefundRequested(
                    PAYMENT,
                    ORDER,
                    AMOUNT,
                    "tx-1",
                    "The money came after the payment was given up.",
                    at(2)));
      }
    }

    @Test
    void anUnknownPaymentIsUnknown() {
      given().when(complete("tx-1")).thenRefused(new UnknownPayment(PAYMENT));
    }
  }

  @Nested
  class CollectingCash {

    @Test
    void theCourierHasIt() {
      given(requested(CASH))
          .when(new CollectCash(PAYMENT, TRIP, at(2)))
          .then(completed("cash-trip-1"));
    }

    @Test
    void aCardPaymentHasNothingToDoWithIt() {
      given(requested(CARD)).when(new CollectCash(PAYMENT, TRIP, at(2))).thenNothing();
    }

    @Test
    void twiceIsFine() {
      given(requested(CASH), completed("cash-trip-1"))
          .when(new CollectCash(PAYMENT, TRIP, at(3)))
          .thenNothing();
    }

    @Test
    void forACancelledPaymentItIsRefused() {
      given(requested(CASH), cancelled())
          .when(new CollectCash(PAYMENT, TRIP, at(3)))
          .thenRefused(new NotInThisState(PAYMENT, PaymentStatus.CANCELLED, "CollectCash"));
    }
  }

  @Nested
  class FailingIt {

    @Test
    void theBankSaysNo() {
      given(requested(CARD))
          .when(new FailPayment(PAYMENT, "no funds", at(2)))
          .then(failed("no funds"));
    }

    @Test
    void noMoneyTwiceIsFine() {
      given(requested(CARD), cancelled())
          .when(new FailPayment(PAYMENT, "no funds", at(2)))
          .thenNothing();
    }

    @Test
    void moneyThatIsHereCannotFail() {
      given(requested(CARD), completed("tx-1"))
          .when(new FailPayment(PAYMENT, "no funds", at(2)))
          .thenRefused(new NotInThisState(PAYMENT, PaymentStatus.COMPLETED, "FailPayment"));
    }

    @Test
    void itExpiresInItsTimeAndNotBefore() {
      given(requested(CARD)).when(new ExpirePayment(PAYMENT, at(14))).thenNothing();
      given(requested(CARD))
          .when(new ExpirePayment(PAYMENT, at(15)))
          .then(new PaymentFailed(PAYMENT, ORDER, "The payment has not come in time.", at(15)));
      given(requested(CARD), completed("tx-1"))
          .when(new ExpirePayment(PAYMENT, at(15)))
          .thenNothing();
    }
  }

  @Nested
  class ReversingIt {

    @Test
    void aPendingPaymentIsCancelled() {
      given(requested(CARD)).when(reverse()).then(cancelled());
    }

    @Test
    void aCompletedPaymentIsRefunded() {
      given(requested(CARD), completed("tx-1")).when(reverse()).then(refundRequested());
      given(requested(CARD), completed("tx-1"), refundRequested())
          .when(new ConfirmRefund(PAYMENT, "re-1", at(4)))
          .then(new PaymentRefunded(PAYMENT, ORDER, AMOUNT, "re-1", at(4)));
    }

    @Test
    void twiceIsFine() {
      given(requested(CARD), completed("tx-1"), refundRequested()).when(reverse()).thenNothing();
      given(requested(CARD), cancelled()).when(reverse()).thenNothing();
    }

    @Test
    void cashGoesBackByHand() {
      given(requested(CASH), completed("cash-trip-1"))
          .when(reverse())
          .thenRefused(new NotInThisState(PAYMENT, PaymentStatus.COMPLETED, "ReversePayment"));
    }

    @Test
    void aRefundThatNobodyAskedForIsRefused() {
      given(requested(CARD), completed("tx-1"))
          .when(new ConfirmRefund(PAYMENT, "re-1", at(4)))
          .thenRefused(new NotInThisState(PAYMENT, PaymentStatus.COMPLETED, "ConfirmRefund"));
    }
  }

  @Nested
  class WhatTheGatewayHasStillToDo {

    @Test
    void aPendingCardIsToBeCharged() {
      assertThat(given(requested(CARD)).state().findOpenTransfer())
          .contains(new Charge(PAYMENT, ORDER, AMOUNT, CARD));
    }

    @Test
    void aRequestedRefundIsToBeSentBack() {
      var refunding = given(requested(CARD), completed("tx-1"), refundRequested());
      assertThat(refunding.state().findOpenTransfer())
          .contains(new Refund(PAYMENT, ORDER, AMOUNT, "tx-1"));
    }

    @Test
    void nothingElseIsToBeDone() {
      assertThat(given().state().findOpenTransfer()).isEmpty();
      assertThat(given(requested(CASH)).state().findOpenTransfer()).isEmpty();
      assertThat(given(requested(CARD), completed("tx-1")).state().findOpenTransfer()).isEmpty();
      assertThat(given(requested(CARD), cancelled()).state().findOpenTransfer()).isEmpty();
    }
  }

  @Property
  void noMoneyGoesBackThatHasNotCome(@ForAll("commands") List<PaymentCommand> commands) {
    var payment = given();
    var facts = new ArrayList<PaymentEvent>();
    for (PaymentCommand command : commands) {
      List<PaymentEvent> events = payment.when(command).events();
      payment = payment.and(events);
      facts.addAll(events);
    }
    long came = facts.stream().filter(PaymentCompleted.class::isInstance).count();
    long asked = facts.stream().filter(RefundRequested.class::isInstance).count();
    long back = facts.stream().filter(PaymentRefunded.class::isInstance).count();
    assertThat(back).isLessThanOrEqualTo(asked);
    assertThat(asked).isLessThanOrEqualTo(came);
    assertThat(came).isLessThanOrEqualTo(1);
    assertThat(given().and(facts).state()).isEqualTo(payment.state());
  }

  @Provide
  Arbitrary<List<PaymentCommand>> commands() {
    Arbitrary<PaymentCommand> any =
        Arbitraries.of(
            request(CARD),
            request(CARD),
            request(CASH),
            complete("tx-1"),
            complete("tx-2"),
            new CollectCash(PAYMENT, TRIP, at(2)),
            new FailPayment(PAYMENT, "no funds", at(2)),
            new ExpirePayment(PAYMENT, at(15)),
            reverse(),
            new ConfirmRefund(PAYMENT, "re-1", at(4)));
    return any.list().ofMaxSize(20);
  }

  private static History<PaymentState, PaymentCommand, PaymentEvent> given(PaymentEvent... events) {
    return new History<PaymentState, PaymentCommand, PaymentEvent>(
            new PaymentState.Unrequested(), PaymentState::evolve, PaymentTest::decide)
        .and(events);
  }

  private static Decision<PaymentEvent> decide(PaymentState state, PaymentCommand command) {
    return state.decide(command, PaymentPolicy.standard(), command.occurredAt());
  }

  private static RequestPayment request(PaymentChoice choice) {
    return new RequestPayment(PAYMENT, ORDER, ADA, AMOUNT, choice, NOON);
  }

  private static CompletePayment complete(String transactionId) {
    return new CompletePayment(PAYMENT, AMOUNT, transactionId, at(2));
  }

  private static ReversePayment reverse() {
    return new ReversePayment(PAYMENT, "order off", at(3));
  }

  private static PaymentRequested requested(PaymentChoice choice) {
    return new PaymentRequested(
        PAYMENT,
        ORDER,
        ADA,
        AMOUNT,
        choice,
        choice.method().isPrepaid() ? at(15) : at(24 * 60),
        NOON);
  }

  private static PaymentCompleted completed(String transactionId) {
    return new PaymentCompleted(PAYMENT, ORDER, AMOUNT, transactionId, at(2));
  }

  private static PaymentFailed failed(String reason) {
    return new PaymentFailed(PAYMENT, ORDER, reason, at(2));
  }

  private static PaymentCancelled cancelled() {
    return new PaymentCancelled(PAYMENT, ORDER, "order off", at(3));
  }

  private static RefundRequested refundRequested() {
    return new RefundRequested(PAYMENT, ORDER, AMOUNT, "tx-1", "order off", at(3));
  }
}
