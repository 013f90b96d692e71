package id.antar.command.order;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.CARD;
import static id.antar.command.Cast.CASH;
import static id.antar.command.Cast.EVE;
import static id.antar.command.Cast.KIM;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.OTHER_TRIP;
import static id.antar.command.Cast.PAYMENT;
import static id.antar.command.Cast.PIZZERIA;
import static id.antar.command.Cast.TRIP;
import static id.antar.command.Cast.at;
import static id.antar.command.Cast.placeOrder;
import static id.antar.command.order.OrderStory.assigned;
import static id.antar.command.order.OrderStory.cancelledByOperator;
import static id.antar.command.order.OrderStory.confirmed;
import static id.antar.command.order.OrderStory.delivered;
import static id.antar.command.order.OrderStory.deliveryFailed;
import static id.antar.command.order.OrderStory.pickedUp;
import static id.antar.command.order.OrderStory.placed;
import static id.antar.command.order.OrderStory.preparationStarted;
import static id.antar.command.order.OrderStory.ready;
import static id.antar.command.order.OrderStory.returned;
import static id.antar.command.order.OrderStory.submitted;
import static id.antar.command.order.OrderStory.unassigned;
import static id.antar.command.order.OrderStory.untilConfirmed;
import static id.antar.command.order.OrderStory.untilPickedUp;
import static id.antar.command.order.OrderStory.untilReady;
import static id.antar.command.order.OrderStory.untilSubmitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.order.OrderCommand;
import id.antar.api.order.OrderCommand.AssignCourier;
import id.antar.api.order.OrderCommand.CancelOrder;
import id.antar.api.order.OrderCommand.ChangeReadyTime;
import id.antar.api.order.OrderCommand.ConfirmOrder;
import id.antar.api.order.OrderCommand.ConfirmPayment;
import id.antar.api.order.OrderCommand.ExpireOrder;
import id.antar.api.order.OrderCommand.MarkDelivered;
import id.antar.api.order.OrderCommand.MarkDeliveryFailed;
import id.antar.api.order.OrderCommand.MarkPickedUp;
import id.antar.api.order.OrderCommand.MarkReady;
import id.antar.api.order.OrderCommand.MarkReturned;
import id.antar.api.order.OrderCommand.PlaceOrder;
import id.antar.api.order.OrderCommand.RejectOrder;
import id.antar.api.order.OrderCommand.StartPreparation;
import id.antar.api.order.OrderCommand.UnassignCourier;
import id.antar.api.order.OrderDeadline;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.DeliveredThoughOff;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderEvent.ReadyTimeChanged;
import id.antar.api.order.OrderRejection.AssignedToAnother;
import id.antar.api.order.OrderRejection.MerchantIsClosed;
import id.antar.api.order.OrderRejection.NotAtThisStage;
import id.antar.api.order.OrderRejection.NotYourOrder;
import id.antar.api.order.OrderRejection.OrderAlreadyPlaced;
import id.antar.api.order.OrderRejection.PaymentMismatch;
import id.antar.api.order.OrderRejection.ReadyTimeOutOfRange;
import id.antar.api.order.OrderRejection.UnknownOrder;
import id.antar.api.order.OrderStage;
import id.antar.api.order.Party;
import id.antar.api.payment.PaymentId;
import id.antar.command.decider.Decision;
import id.antar.command.decider.History;
import id.antar.command.merchant.Quotation;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OrderTest {

  private static final Supplier<Quotation> OPEN = () -> new Quotation.Quoted(OrderStory.QUOTE);
  private static final Supplier<Quotation> CLOSED =
      () -> new Quotation.Refused(new MerchantIsClosed(NOODLE_BAR));

  private static final Party CUSTOMER = new Party.Customer(ADA);
  private static final Party MERCHANT = new Party.Merchant(NOODLE_BAR);
  private static final Party OPERATOR = new Party.Operator("op");
  private static final Party CLOCK = new Party.Engine("timeouts");

  @Nested
  class PlacingIt {

    @Test
    void aPrepaidOrderWaitsForItsPayment() {
      assertThat(place(placeOrder(CARD), OPEN)).isEqualTo(Decision.accept(placed(CARD)));
    }

    @Test
    void aCashOrderGoesToTheMerchantAtOnce() {
      assertThat(place(placeOrder(CASH), OPEN))
          .isEqualTo(
              Decision.accept(placed(CASH), new OrderSubmitted(ORDER, NOODLE_BAR, at(10), NOON)));
    }

    @Test
    void whatTheMerchantRefusesIsNotPlaced() {
      assertThat(place(placeOrder(CARD), CLOSED))
          .isEqualTo(Decision.reject(new MerchantIsClosed(NOODLE_BAR)));
    }

    @Test
    void aRepeatIsFineEvenWhenTheMerchantIsClosedByNow() {
      assertThat(place(placeOrder(CARD), CLOSED, placed(CARD))).isEqualTo(Decision.satisfied());
    }

    @Test
    void anotherContentUnderTheSameIdIsRefused() {
      assertThat(place(placeOrder(CASH), OPEN, placed(CARD)))
          .isEqualTo(Decision.reject(new OrderAlreadyPlaced(ORDER)));
    }

    private Decision<OrderEvent> place(
        PlaceOrder command, Supplier<Quotation> merchant, OrderEvent... before) {
      return given(before).state().place(command, merchant, OrderPolicy.standard(), NOON);
    }
  }

  @Nested
  class PayingIt {

    @Test
    void thePaidOrderGoesToTheMerchant() {
      given(placed(CARD))
          .when(new ConfirmPayment(ORDER, PAYMENT, at(1)))
          .then(OrderStory.paid(), submitted());
    }

    @Test
    void anotherPaymentIsRefused() {
      given(placed(CARD))
          .when(new ConfirmPayment(ORDER, new PaymentId("other"), at(1)))
          .thenRefused(new PaymentMismatch(ORDER));
    }

    @Test
    void beingToldTwiceIsFine() {
      given(untilConfirmed()).when(new ConfirmPayment(ORDER, PAYMENT, at(3))).thenNothing();
    }

    @Test
    void cashThatArrivesAfterDeliveryChangesNothing() {
      given(placed(CASH), submitted(), confirmed(), assigned(), ready(), pickedUp(), delivered())
          .when(new ConfirmPayment(ORDER, PAYMENT, at(41)))
          .thenNothing();
    }

    @Test
    void aCancelledOrderDoesNotWantTheMoney() {
      given(placed(CARD), cancelled(CUSTOMER, at(1)))
          .when(new ConfirmPayment(ORDER, PAYMENT, at(2)))
          .thenRefused(notAt(OrderStage.CANCELLED, "ConfirmPayment"));
    }
  }

  @Nested
  class ConfirmingIt {

    @Test
    void couriersAreLookedForUntilAnHourAfterTheReadyTime() {
      given(untilSubmitted())
          .when(new ConfirmOrder(ORDER, NOODLE_BAR, at(20), at(2)))
          .then(confirmed());
    }

    @Test
    void anotherMerchantIsToldThatThereIsNoSuchOrder() {
      given(untilSubmitted())
          .when(new ConfirmOrder(ORDER, PIZZERIA, at(20), at(2)))
          .thenRefused(new NotYourOrder(ORDER));
    }

    @Test
    void anUnpaidOrderCannotBeConfirmed() {
      given(placed(CARD))
          .when(new ConfirmOrder(ORDER, NOODLE_BAR, at(20), at(2)))
          .thenRefused(notAt(OrderStage.PLACED, "ConfirmOrder"));
    }

    @Test
    void aReadyTimeLongPastIsRefused() {
      given(untilSubmitted())
          .when(new ConfirmOrder(ORDER, NOODLE_BAR, at(-10), at(2)))
          .thenRefused(new ReadyTimeOutOfRange(at(-10)));
    }

    @Test
    void aReadyTimeFarAwayIsRefused() {
      given(untilSubmitted())
          .when(new ConfirmOrder(ORDER, NOODLE_BAR, at(300), at(2)))
          .thenRefused(new ReadyTimeOutOfRange(at(300)));
    }

    @Test
    void foodThatIsReadyAtOnceIsFine() {
      given(untilSubmitted())
          .when(new ConfirmOrder(ORDER, NOODLE_BAR, at(1), at(2)))
          .then(new OrderConfirmed(ORDER, at(1), at(62), at(2)));
    }

    @Test
    void theSameYesTwiceIsFine() {
      given(untilConfirmed())
          .when(new ConfirmOrder(ORDER, NOODLE_BAR, at(20), at(3)))
          .thenNothing();
    }

    @Test
    void aSecondYesWithAnotherReadyTimeIsRefused() {
      given(untilConfirmed())
          .when(new ConfirmOrder(ORDER, NOODLE_BAR, at(25), at(3)))
          .thenRefused(notAt(OrderStage.CONFIRMED, "ConfirmOrder"));
    }
  }

  @Nested
  class RejectingIt {

    @Test
    void aSubmittedOrderIsOff() {
      given(untilSubmitted())
          .when(new RejectOrder(ORDER, NOODLE_BAR, "out of noodles", at(2)))
          .then(new OrderCancelled(ORDER, MERCHANT, "out of noodles", null, at(2)));
    }

    @Test
    void aConfirmedOrderCannotBeRejectedAnyMore() {
      given(untilConfirmed())
          .when(new RejectOrder(ORDER, NOODLE_BAR, "out of noodles", at(3)))
          .thenRefused(notAt(OrderStage.CONFIRMED, "RejectOrder"));
    }

    @Test
    void whatIsOffAlreadyIsFine() {
      given(placed(CARD), cancelled(CUSTOMER, at(1)))
          .when(new RejectOrder(ORDER, NOODLE_BAR, "out of noodles", at(3)))
          .thenNothing();
    }
  }

  @Nested
  class PreparingIt {

    @Test
    void theKitchenStartsAndFinishes() {
      given(untilConfirmed())
          .when(new StartPreparation(ORDER, NOODLE_BAR, at(5)))
          .then(preparationStarted());
      given(untilConfirmed())
          .and(preparationStarted())
          .when(new MarkReady(ORDER, NOODLE_BAR, at(19)))
          .then(ready());
    }

    @Test
    void aKitchenMaySkipTellingThatItHasStarted() {
      given(untilConfirmed()).when(new MarkReady(ORDER, NOODLE_BAR, at(19))).then(ready());
    }

    @Test
    void lateNewsIsFine() {
      given(untilPickedUp()).when(new StartPreparation(ORDER, NOODLE_BAR, at(30))).thenNothing();
      given(untilPickedUp()).when(new MarkReady(ORDER, NOODLE_BAR, at(30))).thenNothing();
    }

    @Test
    void nothingIsPreparedThatIsNotConfirmed() {
      given(untilSubmitted())
          .when(new StartPreparation(ORDER, NOODLE_BAR, at(5)))
          .thenRefused(notAt(OrderStage.SUBMITTED, "StartPreparation"));
      given(untilSubmitted())
          .when(new MarkReady(ORDER, NOODLE_BAR, at(5)))
          .thenRefused(notAt(OrderStage.SUBMITTED, "MarkReady"));
    }

    @Test
    void theReadyTimeMayMoveUntilItIsReady() {
      given(untilConfirmed())
          .when(new ChangeReadyTime(ORDER, NOODLE_BAR, at(30), at(5)))
          .then(new ReadyTimeChanged(ORDER, at(30), at(5)));
      given(untilConfirmed())
          .when(new ChangeReadyTime(ORDER, NOODLE_BAR, at(20), at(5)))
          .thenNothing();
      given(untilReady())
          .when(new ChangeReadyTime(ORDER, NOODLE_BAR, at(30), at(20)))
          .thenRefused(notAt(OrderStage.READY, "ChangeReadyTime"));
    }
  }

  @Nested
  class CarryingIt {

    @Test
    void aCourierIsAssigned() {
      given(untilConfirmed()).when(new AssignCourier(ORDER, TRIP, BO, at(6))).then(assigned());
    }

    @Test
    void theSameCourierTwiceIsFine() {
      given(untilReady()).when(new AssignCourier(ORDER, TRIP, BO, at(7))).thenNothing();
    }

    @Test
    void aSecondCourierIsRefused() {
      given(untilReady())
          .when(new AssignCourier(ORDER, OTHER_TRIP, KIM, at(7)))
          .thenRefused(new AssignedToAnother(ORDER));
    }

    @Test
    void anotherCourierMayTakeWhatTheFirstGaveBack() {
      given(untilConfirmed())
          .and(assigned(), unassigned())
          .when(new AssignCourier(ORDER, OTHER_TRIP, KIM, at(10)))
          .then(new CourierAssigned(ORDER, OTHER_TRIP, KIM, at(10)));
    }

    @Test
    void aCancelledOrderIsNotCarried() {
      given(untilConfirmed())
          .and(cancelled(CUSTOMER, at(5)))
          .when(new AssignCourier(ORDER, TRIP, BO, at(6)))
          .thenRefused(notAt(OrderStage.CANCELLED, "AssignCourier"));
    }

    @Test
    void givingBackFreesTheOrder() {
      given(untilConfirmed())
          .and(assigned())
          .when(new UnassignCourier(ORDER, TRIP, "puncture", at(9)))
          .then(unassigned());
    }

    @Test
    void givingBackWhatAnotherCarriesChangesNothing() {
      given(untilReady())
          .when(new UnassignCourier(ORDER, OTHER_TRIP, "puncture", at(9)))
          .thenNothing();
    }

    @Test
    void whatIsPickedUpCannotBeGivenBack() {
      given(untilPickedUp())
          .when(new UnassignCourier(ORDER, TRIP, "puncture", at(23)))
          .thenRefused(notAt(OrderStage.PICKED_UP, "UnassignCourier"));
    }

    @Test
    void aReadyOrderIsPickedUp() {
      given(untilReady()).when(new MarkPickedUp(ORDER, TRIP, BO, at(22))).then(pickedUp());
    }

    @Test
    void foodThatIsPickedUpWasReady() {
      given(untilConfirmed())
          .and(assigned())
          .when(new MarkPickedUp(ORDER, TRIP, BO, at(22)))
          .then(new OrderReady(ORDER, at(22)), pickedUp());
    }

    @Test
    void pickedUpTwiceIsFine() {
      given(untilPickedUp()).when(new MarkPickedUp(ORDER, TRIP, BO, at(23))).thenNothing();
    }

    @Test
    void onlyItsOwnCourierPicksItUp() {
      given(untilReady())
          .when(new MarkPickedUp(ORDER, OTHER_TRIP, KIM, at(22)))
          .thenRefused(new AssignedToAnother(ORDER));
    }

    @Test
    void aCancelledOrderIsNotPickedUp() {
      given(untilReady())
          .and(cancelledByOperator())
          .when(new MarkPickedUp(ORDER, TRIP, BO, at(31)))
          .thenRefused(notAt(OrderStage.CANCELLED, "MarkPickedUp"));
    }

    @Test
    void itIsDelivered() {
      given(untilPickedUp())
          .when(new MarkDelivered(ORDER, TRIP, at(40)))
          .then(delivered(), OrderStory.settled(BO, at(40)));
    }

    @Test
    void nothingIsDeliveredThatWasNotPickedUp() {
      given(untilReady())
          .when(new MarkDelivered(ORDER, TRIP, at(40)))
          .thenRefused(notAt(OrderStage.READY, "MarkDelivered"));
    }

    @Test
    void whatIsHandedOverThoughItWasOffIsRecorded() {
      var off = new OrderCancelled(ORDER, OPERATOR, "no", TRIP, at(38));
      var deliver = new MarkDelivered(ORDER, TRIP, at(40));
      var though =
          new DeliveredThoughOff(
              ORDER, TRIP, BO, OrderStory.settled(BO, at(40)).courierPay(), at(40));

      given(untilPickedUp()).and(off).when(deliver).then(though);
      given(untilPickedUp()).and(off, though).when(deliver).thenNothing();
      given(untilPickedUp())
          .and(off)
          .when(new MarkDelivered(ORDER, OTHER_TRIP, at(40)))
          .thenRefused(new AssignedToAnother(ORDER));
    }

    @Test
    void deliveredTwiceIsFine() {
      given(untilPickedUp())
          .and(delivered())
          .when(new MarkDelivered(ORDER, TRIP, at(41)))
          .thenNothing();
    }

    @Test
    void whatNobodyTakesFailsAndComesBack() {
      given(untilPickedUp())
          .when(new MarkDeliveryFailed(ORDER, TRIP, "nobody there", at(40)))
          .then(deliveryFailed());
      given(untilPickedUp())
          .and(deliveryFailed())
          .when(new MarkReturned(ORDER, TRIP, at(60)))
          .then(returned());
      given(untilPickedUp())
          .and(deliveryFailed(), returned())
          .when(new MarkReturned(ORDER, TRIP, at(61)))
          .thenNothing();
    }

    @Test
    void nothingComesBackThatWasDelivered() {
      given(untilPickedUp())
          .and(delivered())
          .when(new MarkReturned(ORDER, TRIP, at(60)))
          .thenRefused(notAt(OrderStage.DELIVERED, "MarkReturned"));
    }

    @Test
    void theReturnOfACancelledOrderChangesNothing() {
      given(untilPickedUp())
          .and(cancelledByOperator())
          .when(new MarkReturned(ORDER, TRIP, at(60)))
          .thenNothing();
    }

    @Test
    void theReturnOfAnotherTripIsRefused() {
      given(untilPickedUp())
          .and(cancelledByOperator())
          .when(new MarkReturned(ORDER, OTHER_TRIP, at(60)))
          .thenRefused(new AssignedToAnother(ORDER));
    }
  }

  @Nested
  class CancellingIt {

    @Test
    void theCustomerMayUntilPickup() {
      for (OrderEvent[] story : List.of(untilSubmitted(), untilConfirmed())) {
        given(story)
            .when(cancel(CUSTOMER, at(21)))
            .then(new OrderCancelled(ORDER, CUSTOMER, "changed my mind", null, at(21)));
      }
      given(untilReady())
          .when(cancel(CUSTOMER, at(21)))
          .then(new OrderCancelled(ORDER, CUSTOMER, "changed my mind", TRIP, at(21)));
      given(untilPickedUp())
          .when(cancel(CUSTOMER, at(23)))
          .thenRefused(notAt(OrderStage.PICKED_UP, "CancelOrder"));
    }

    @Test
    void theMerchantMayUntilPickup() {
      given(untilReady())
          .when(cancel(MERCHANT, at(21)))
          .then(new OrderCancelled(ORDER, MERCHANT, "changed my mind", TRIP, at(21)));
      given(untilPickedUp())
          .when(cancel(MERCHANT, at(23)))
          .thenRefused(notAt(OrderStage.PICKED_UP, "CancelOrder"));
    }

    @Test
    void anOperatorMayUntilDelivery() {
      given(untilPickedUp())
          .when(new CancelOrder(ORDER, OPERATOR, "lost", at(30)))
          .then(cancelledByOperator());
      given(untilPickedUp())
          .and(delivered())
          .when(cancel(OPERATOR, at(41)))
          .thenRefused(notAt(OrderStage.DELIVERED, "CancelOrder"));
    }

    @Test
    void aCourierNeverMay() {
      given(untilReady())
          .when(cancel(new Party.Courier(BO), at(21)))
          .thenRefused(new NotYourOrder(ORDER));
    }

    @Test
    void strangersAreToldThatThereIsNoSuchOrder() {
      given(untilReady())
          .when(cancel(new Party.Customer(EVE), at(21)))
          .thenRefused(new NotYourOrder(ORDER));
      given(untilReady())
          .when(cancel(new Party.Merchant(PIZZERIA), at(21)))
          .thenRefused(new NotYourOrder(ORDER));
    }

    @Test
    void whatIsOffAlreadyIsFine() {
      given(untilPickedUp())
          .and(cancelledByOperator())
          .when(cancel(CUSTOMER, at(31)))
          .thenNothing();
    }
  }

  @Nested
  class ExpiringIt {

    @Test
    void aMerchantWhoDoesNotAnswerLosesTheOrder() {
      given(untilSubmitted())
          .when(new ExpireOrder(ORDER, OrderDeadline.CONFIRMATION, at(11)))
          .then(
              new OrderCancelled(
                  ORDER, CLOCK, "The merchant has not confirmed in time.", null, at(11)));
    }

    @Test
    void beforeItsTimeNothingHappens() {
      given(untilSubmitted())
          .when(new ExpireOrder(ORDER, OrderDeadline.CONFIRMATION, at(10)))
          .thenNothing();
    }

    @Test
    void anAnsweredOrderIsLeftAlone() {
      given(untilConfirmed())
          .when(new ExpireOrder(ORDER, OrderDeadline.CONFIRMATION, at(11)))
          .thenNothing();
    }

    @Test
    void withoutACourierItIsOff() {
      given(untilConfirmed())
          .when(new ExpireOrder(ORDER, OrderDeadline.COURIER, at(80)))
          .then(new OrderCancelled(ORDER, CLOCK, "No courier was found in time.", null, at(80)));
    }

    @Test
    void withACourierOnTheWayItIsNot() {
      given(untilReady()).when(new ExpireOrder(ORDER, OrderDeadline.COURIER, at(80))).thenNothing();
    }

    @Test
    void aCourierWhoGivesItBackLateStartsTheSearchAnew() {
      var givenBack = new OrderEvent.CourierUnassigned(ORDER, TRIP, BO, "puncture", at(70));
      given(untilConfirmed())
          .and(assigned(), givenBack)
          .when(new ExpireOrder(ORDER, OrderDeadline.COURIER, at(80)))
          .thenNothing();
      given(untilConfirmed())
          .and(assigned(), givenBack)
          .when(new ExpireOrder(ORDER, OrderDeadline.COURIER, at(130)))
          .then(new OrderCancelled(ORDER, CLOCK, "No courier was found in time.", null, at(130)));
    }

    @Test
    void foodThatIsReadyLaterIsWaitedForLonger() {
      var putOff = new ReadyTimeChanged(ORDER, at(90), at(15));
      given(untilConfirmed())
          .and(putOff)
          .when(new ExpireOrder(ORDER, OrderDeadline.COURIER, at(80)))
          .thenNothing();
      given(untilConfirmed())
          .and(putOff)
          .when(new ExpireOrder(ORDER, OrderDeadline.COURIER, at(150)))
          .then(new OrderCancelled(ORDER, CLOCK, "No courier was found in time.", null, at(150)));
    }

    @Test
    void aMerchantsClockThatIsAheadDoesNotOutliveTheTimeout() {
      var confirmed = new OrderConfirmed(ORDER, at(10), at(70), at(12));
      given(untilSubmitted())
          .and(confirmed)
          .when(new ExpireOrder(ORDER, OrderDeadline.COURIER, at(70)))
          .then(new OrderCancelled(ORDER, CLOCK, "No courier was found in time.", null, at(70)));
    }

    @Test
    void anOrderThatNobodyHasPickedUpEndsWithItsLifetime() {
      String reason = "The order has not come to its end in time.";
      given(untilReady())
          .and(assigned())
          .when(new ExpireOrder(ORDER, OrderDeadline.LIFETIME, at(240)))
          .then(new OrderCancelled(ORDER, CLOCK, reason, TRIP, at(240)));
      given(untilPickedUp())
          .when(new ExpireOrder(ORDER, OrderDeadline.LIFETIME, at(240)))
          .thenNothing();
      given(untilPickedUp())
          .and(delivered())
          .when(new ExpireOrder(ORDER, OrderDeadline.LIFETIME, at(240)))
          .thenNothing();
    }
  }

  @Test
  void anUnknownOrderIsUnknownToEveryCommand() {
    given().when(new MarkReady(ORDER, NOODLE_BAR, NOON)).thenRefused(new UnknownOrder(ORDER));
    given()
        .when(new ExpireOrder(ORDER, OrderDeadline.LIFETIME, NOON))
        .thenRefused(new UnknownOrder(ORDER));
  }

  @Test
  void aStreamThatDeliversBeforePickupIsCorrupt() {
    var order = given(untilReady());
    assertThatThrownBy(() -> order.and(delivered())).isInstanceOf(IllegalStateException.class);
  }

  /// In these stories the engine's clock agrees with everybody else's.
  static History<OrderState, OrderCommand, OrderEvent> given(OrderEvent... events) {
    return new History<OrderState, OrderCommand, OrderEvent>(
            new OrderState.Unplaced(),
            OrderState::evolve,
            (state, command) -> state.decide(command, OrderPolicy.standard(), command.occurredAt()))
        .and(events);
  }

  private static CancelOrder cancel(Party by, Instant occurredAt) {
    return new CancelOrder(ORDER, by, "changed my mind", occurredAt);
  }

  private static OrderCancelled cancelled(Party by, Instant occurredAt) {
    return new OrderCancelled(ORDER, by, "changed my mind", null, occurredAt);
  }

  private static NotAtThisStage notAt(OrderStage stage, String command) {
    return new NotAtThisStage(ORDER, stage, command);
  }
}
