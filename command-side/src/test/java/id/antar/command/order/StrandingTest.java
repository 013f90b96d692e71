package id.antar.command.order;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.KIM;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.OTHER_TRIP;
import static id.antar.command.Cast.TRIP;
import static id.antar.command.Cast.at;
import static id.antar.command.order.OrderStory.ROADSIDE;
import static id.antar.command.order.OrderStory.cancelledByOperator;
import static id.antar.command.order.OrderStory.delivered;
import static id.antar.command.order.OrderStory.deliveryFailed;
import static id.antar.command.order.OrderStory.untilPickedUp;
import static id.antar.command.order.OrderStory.untilReady;
import static id.antar.command.order.OrderTest.given;

import id.antar.api.order.OrderCommand.AssignCourier;
import id.antar.api.order.OrderCommand.CancelOrder;
import id.antar.api.order.OrderCommand.ExpireOrder;
import id.antar.api.order.OrderCommand.MarkDelivered;
import id.antar.api.order.OrderCommand.MarkPickedUp;
import id.antar.api.order.OrderCommand.MarkReady;
import id.antar.api.order.OrderCommand.StartPreparation;
import id.antar.api.order.OrderCommand.StrandOrder;
import id.antar.api.order.OrderCommand.UnpinOrder;
import id.antar.api.order.OrderDeadline;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderPinned;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderRejection.NotAtThisStage;
import id.antar.api.order.OrderStage;
import id.antar.api.order.Party;
import org.junit.jupiter.api.Test;

/// Bo has picked the order up at 12:22 and does not go on at 12:30. Confirmed at 12:02 for 12:20,
/// it takes 18 minutes to make.
class StrandingTest {

  private static final OrderStranded AT_THE_ROADSIDE =
      new OrderStranded(ORDER, TRIP, BO, ROADSIDE, at(30), at(30));
  private static final OrderStranded NOBODY_KNOWS_WHERE =
      new OrderStranded(ORDER, TRIP, BO, null, at(48), at(30));

  @Test
  void whatLiesSomewhereCanBeFetchedThereAtOnce() {
    given(untilPickedUp())
        .when(new StrandOrder(ORDER, TRIP, ROADSIDE, at(30)))
        .then(AT_THE_ROADSIDE);
  }

  @Test
  void whatNobodyFindsIsMadeAgain() {
    given(untilPickedUp())
        .when(new StrandOrder(ORDER, TRIP, null, at(30)))
        .then(NOBODY_KNOWS_WHERE);
    given(untilPickedUp())
        .and(NOBODY_KNOWS_WHERE)
        .when(new StartPreparation(ORDER, NOODLE_BAR, at(31)))
        .thenNothing();
    given(untilPickedUp())
        .and(NOBODY_KNOWS_WHERE)
        .when(new MarkReady(ORDER, NOODLE_BAR, at(47)))
        .then(new OrderReady(ORDER, at(47)));
  }

  @Test
  void anotherCourierTakesItToTheDoor() {
    var assigned = new CourierAssigned(ORDER, OTHER_TRIP, KIM, at(32));
    var pickedUp = new OrderPickedUp(ORDER, OTHER_TRIP, KIM, at(38));
    given(untilPickedUp())
        .and(AT_THE_ROADSIDE)
        .when(new AssignCourier(ORDER, OTHER_TRIP, KIM, at(32)))
        .then(assigned);
    given(untilPickedUp())
        .and(AT_THE_ROADSIDE, assigned)
        .when(new MarkPickedUp(ORDER, OTHER_TRIP, KIM, at(38)))
        .then(pickedUp);
    given(untilPickedUp())
        .and(AT_THE_ROADSIDE, assigned, pickedUp)
        .when(new MarkDelivered(ORDER, OTHER_TRIP, at(45)))
        .then(new OrderDelivered(ORDER, OTHER_TRIP, KIM, at(45)), OrderStory.settled(KIM, at(45)));
  }

  @Test
  void whoLostItDeliversItNoMore() {
    given(untilPickedUp())
        .and(AT_THE_ROADSIDE)
        .when(new MarkDelivered(ORDER, TRIP, at(45)))
        .thenRefused(new NotAtThisStage(ORDER, OrderStage.READY, "MarkDelivered"));
  }

  @Test
  void itCanBeStrandedAgain() {
    given(untilPickedUp())
        .and(
            AT_THE_ROADSIDE,
            new CourierAssigned(ORDER, OTHER_TRIP, KIM, at(32)),
            new OrderPickedUp(ORDER, OTHER_TRIP, KIM, at(38)))
        .when(new StrandOrder(ORDER, OTHER_TRIP, null, at(40)))
        .then(new OrderStranded(ORDER, OTHER_TRIP, KIM, null, at(58), at(40)));
  }

  @Test
  void twiceOrTooLateIsFine() {
    given(untilPickedUp())
        .and(AT_THE_ROADSIDE)
        .when(new StrandOrder(ORDER, TRIP, ROADSIDE, at(31)))
        .thenNothing();
    given(untilPickedUp())
        .and(delivered())
        .when(new StrandOrder(ORDER, TRIP, null, at(41)))
        .thenNothing();
    given(untilPickedUp())
        .and(cancelledByOperator())
        .when(new StrandOrder(ORDER, TRIP, null, at(41)))
        .thenNothing();
    given(untilPickedUp()).when(new StrandOrder(ORDER, OTHER_TRIP, null, at(30))).thenNothing();
  }

  @Test
  void whatIsNotPickedUpIsNotStranded() {
    given(untilReady())
        .when(new StrandOrder(ORDER, TRIP, null, at(21)))
        .thenRefused(new NotAtThisStage(ORDER, OrderStage.READY, "StrandOrder"));
  }

  @Test
  void whatIsLostOnItsWayBackIsOff() {
    given(untilPickedUp())
        .and(deliveryFailed())
        .when(new StrandOrder(ORDER, TRIP, null, at(50)))
        .then(
            new OrderCancelled(
                ORDER,
                new Party.Engine("fulfilment"),
                "It was lost on its way back.",
                TRIP,
                at(50)));
  }

  @Test
  void itsCustomerMayCancelItAgain() {
    given(untilPickedUp())
        .and(NOBODY_KNOWS_WHERE)
        .when(new CancelOrder(ORDER, new Party.Customer(ADA), "hungry", at(31)))
        .then(new OrderCancelled(ORDER, new Party.Customer(ADA), "hungry", null, at(31)));
  }

  @Test
  void theSearchForACourierBeginsAnew() {
    given(untilPickedUp())
        .and(NOBODY_KNOWS_WHERE)
        .when(new ExpireOrder(ORDER, OrderDeadline.COURIER, at(80)))
        .thenNothing();
    given(untilPickedUp())
        .and(NOBODY_KNOWS_WHERE)
        .when(new ExpireOrder(ORDER, OrderDeadline.COURIER, at(108)))
        .then(
            new OrderCancelled(
                ORDER,
                new Party.Engine("timeouts"),
                "No courier was found in time.",
                null,
                at(108)));
  }

  @Test
  void aPinEndsWithIt() {
    var pinned = new OrderPinned(ORDER, BO, "knows the house", at(3));
    given(untilReady())
        .and(pinned, OrderStory.pickedUp(), AT_THE_ROADSIDE)
        .when(new UnpinOrder(ORDER, "gone", at(31)))
        .thenNothing();
  }
}
