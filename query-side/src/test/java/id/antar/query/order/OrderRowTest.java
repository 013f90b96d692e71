package id.antar.query.order;

import static id.antar.query.Cast.KURT;
import static id.antar.query.Cast.NOON;
import static id.antar.query.Cast.ORDER;
import static id.antar.query.Cast.OTHER_ORDER;
import static id.antar.query.Cast.OTHER_TRIP;
import static id.antar.query.Cast.ROADSIDE;
import static id.antar.query.Cast.TRIP;
import static id.antar.query.Cast.accepted;
import static id.antar.query.Cast.after;
import static id.antar.query.Cast.amended;
import static id.antar.query.Cast.assigned;
import static id.antar.query.Cast.atDoor;
import static id.antar.query.Cast.atPickup;
import static id.antar.query.Cast.offered;
import static id.antar.query.Cast.placed;
import static id.antar.query.Cast.stranded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.AssignmentEvent.OfferExpired;
import id.antar.api.assignment.Stop;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.api.order.OrderEvent.DeliveryFailed;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderPinned;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.OrderReturned;
import id.antar.api.order.OrderEvent.OrderUnpinned;
import id.antar.api.order.OrderEvent.ReadyTimeChanged;
import id.antar.api.order.OrderStage;
import id.antar.api.order.OrderStatus;
import id.antar.api.order.OrderView;
import id.antar.api.order.Party;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OrderRowTest {

  @Test
  void aPlacedOrderIsPending() {
    OrderView view = given(placed()).view();

    assertThat(view.stage()).isEqualTo(OrderStage.PLACED);
    assertThat(view.status()).isEqualTo(OrderStatus.PENDING);
    assertThat(view.placedAt()).isEqualTo(NOON);
    assertThat(view.changedAt()).isEqualTo(NOON);
  }

  @Test
  void aDeliveredOrderShowsItsWholeWay() {
    OrderView view =
        given(
                placed(),
                confirmed(),
                new ReadyTimeChanged(ORDER, after(12), after(4)),
                new OrderReady(ORDER, after(12)),
                offered(TRIP, ORDER, OTHER_ORDER),
                accepted(TRIP, ORDER, OTHER_ORDER),
                assigned(TRIP),
                atPickup(TRIP),
                new OrderPickedUp(ORDER, TRIP, KURT, after(12)),
                atDoor(TRIP),
                new OrderDelivered(ORDER, TRIP, KURT, after(25)))
            .view();

    assertThat(view.stage()).isEqualTo(OrderStage.DELIVERED);
    assertThat(view.courierId()).isEqualTo(KURT);
    assertThat(view.confirmedAt()).isEqualTo(after(1));
    assertThat(view.readyEstimate()).isEqualTo(after(12));
    assertThat(view.pickupEta()).isEqualTo(after(10));
    assertThat(view.atPickup()).isEqualTo(after(9));
    assertThat(view.dropoffEta()).isEqualTo(after(25));
    assertThat(view.atDoor()).isEqualTo(after(24));
    assertThat(view.deliveredAt()).isEqualTo(after(25));
    assertThat(view.endedAt()).isEqualTo(after(25));
  }

  @Test
  void theViewIsTheSameWhicheverOfOrderAndAssignmentComesFirst() {
    OrderRow assignmentFirst =
        given(
            placed(), offered(TRIP, ORDER), accepted(TRIP, ORDER), atPickup(TRIP), assigned(TRIP));
    OrderRow orderFirst =
        given(
            placed(), offered(TRIP, ORDER), accepted(TRIP, ORDER), assigned(TRIP), atPickup(TRIP));

    assertThat(assignmentFirst).isEqualTo(orderFirst);
    assertThat(assignmentFirst.view().atPickup()).isEqualTo(after(9));
  }

  @Test
  void anOfferThatIsNotTakenLeavesNothingBehind() {
    OrderRow row =
        given(
            placed(), offered(TRIP, ORDER), new OfferExpired(TRIP, KURT, List.of(ORDER), after(3)));

    assertThat(row).isEqualTo(given(placed()));
  }

  @Test
  void theTimesAreThoseOfTheAssignmentThatCarriesIt() {
    OrderView view =
        given(
                placed(),
                offered(TRIP, ORDER),
                assigned(TRIP),
                atPickup(TRIP),
                new CourierUnassigned(ORDER, TRIP, KURT, "puncture", after(10)),
                offered(OTHER_TRIP, ORDER),
                assigned(OTHER_TRIP))
            .view();

    assertThat(view.assignmentId()).isEqualTo(OTHER_TRIP);
    assertThat(view.atPickup()).isNull();
    assertThat(view.pickupEta()).isEqualTo(after(10));
  }

  @Test
  void anOrderNobodyTookIsCancelledAndEndsWhenItIsBack() {
    DeliveryFailed failed = new DeliveryFailed(ORDER, TRIP, "nobody there", after(30));

    OrderView onItsWayBack = given(placed(), failed).view();
    OrderView back = given(placed(), failed, new OrderReturned(ORDER, TRIP, after(40))).view();

    assertThat(onItsWayBack.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(onItsWayBack.endedAt()).isNull();
    assertThat(back.stage()).isEqualTo(OrderStage.RETURNED);
    assertThat(back.endedAt()).isEqualTo(after(40));
    assertThat(back.endReason()).isEqualTo("nobody there");
  }

  @Test
  void aCancelledOrderSaysWhy() {
    OrderView view =
        given(
                placed(),
                new OrderCancelled(ORDER, new Party.Engine("payment"), "not paid", null, after(15)))
            .view();

    assertThat(view.stage()).isEqualTo(OrderStage.CANCELLED);
    assertThat(view.endReason()).isEqualTo("not paid");
    assertThat(view.endedAt()).isEqualTo(after(15));
  }

  @Test
  void anOrderThatWasLeftSomewhereIsReadyThere() {
    OrderRow row = given(carried());

    OrderView view = OrderRow.evolve(row, stranded(TRIP, ROADSIDE)).view();

    assertThat(view.stage()).isEqualTo(OrderStage.READY);
    assertThat(view.status()).isEqualTo(OrderStatus.PREPARING);
    assertThat(view.handover()).isEqualTo(ROADSIDE);
    assertThat(view.courierId()).isNull();
    assertThat(view.assignmentId()).isNull();
    assertThat(view.pickedUpAt()).isNull();
    assertThat(view.readyAt()).isEqualTo(after(20));
    assertThat(view.endReason()).isNull();
  }

  @Test
  void anOrderThatNobodyFindsIsMadeAgain() {
    OrderView view = OrderRow.evolve(given(carried()), stranded(TRIP, null)).view();

    assertThat(view.stage()).isEqualTo(OrderStage.PREPARING);
    assertThat(view.handover()).isNull();
    assertThat(view.readyEstimate()).isEqualTo(after(32));
    assertThat(view.readyAt()).isNull();
  }

  @Test
  void aPinIsShownUntilItEnds() {
    OrderRow pinned = given(placed(), new OrderPinned(ORDER, KURT, "knows the house", after(1)));

    assertThat(pinned.view().pinnedTo()).isEqualTo(KURT);
    for (OrderEvent end :
        List.of(
            new OrderUnpinned(ORDER, "no need", after(2)),
            new OrderDelivered(ORDER, TRIP, KURT, after(25)),
            new OrderCancelled(ORDER, new Party.Operator("op"), "lost", null, after(25)),
            new DeliveryFailed(ORDER, TRIP, "nobody there", after(25)),
            stranded(TRIP, null))) {
      assertThat(OrderRow.evolve(pinned, end).view().pinnedTo()).isNull();
    }
  }

  @Test
  void anAmendmentMovesTheTimesOfWhatIsAhead() {
    AssignmentAmended later =
        new AssignmentAmended(
            TRIP,
            KURT,
            new DecisionId("d-2"),
            List.of(Stop.dropoff(ORDER, after(40))),
            List.of(),
            List.of(),
            "detour",
            after(13));

    OrderView view = OrderRow.evolve(given(carried()), ORDER, later).view();

    assertThat(view.pickupEta()).isEqualTo(after(10));
    assertThat(view.dropoffEta()).isEqualTo(after(40));
    assertThat(view.atPickup()).isEqualTo(after(9));
  }

  @Test
  void anOrderThatLeftATripAndCameBackHasNotBeenVisited() {
    AssignmentAmended back =
        new AssignmentAmended(
            TRIP,
            KURT,
            new DecisionId("d-3"),
            List.of(Stop.pickup(ORDER, after(30)), Stop.dropoff(ORDER, after(40))),
            List.of(ORDER),
            List.of(),
            "in time after all",
            after(13));

    OrderView view =
        given(
                placed(),
                offered(TRIP, ORDER),
                assigned(TRIP),
                atPickup(TRIP),
                amended(TRIP, true),
                back)
            .view();

    assertThat(view.atPickup()).isNull();
    assertThat(view.pickupEta()).isEqualTo(after(30));
  }

  @Test
  void aStrandedOrdersRowIsReadAsItWasWritten() {
    JsonMapper json = JsonMapper.builder().build();
    OrderRow row = OrderRow.evolve(given(carried()), stranded(TRIP, null));

    assertThat(json.readValue(json.writeValueAsString(row), OrderRow.class)).isEqualTo(row);
  }

  @Test
  void anEventOfAnUnknownOrderIsRefused() {
    assertThatThrownBy(() -> OrderRow.evolve(null, confirmed()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("order-1");
  }

  @Test
  void aRowIsReadAsItWasWritten() {
    JsonMapper json = JsonMapper.builder().build();
    OrderRow row = given(placed(), confirmed(), offered(TRIP, ORDER), assigned(TRIP));

    assertThat(json.readValue(json.writeValueAsString(row), OrderRow.class)).isEqualTo(row);
  }

  private static Object[] carried() {
    return new Object[] {
      placed(),
      confirmed(),
      offered(TRIP, ORDER),
      assigned(TRIP),
      atPickup(TRIP),
      new OrderPickedUp(ORDER, TRIP, KURT, after(12))
    };
  }

  private static OrderConfirmed confirmed() {
    return new OrderConfirmed(ORDER, after(13), after(30), after(1));
  }

  private static OrderRow given(Object... events) {
    OrderRow row = null;
    for (Object event : events) {
      row = evolve(row, event);
    }
    return Objects.requireNonNull(row);
  }

  private static OrderRow evolve(@Nullable OrderRow row, Object event) {
    return event instanceof OrderEvent e
        ? OrderRow.evolve(row, e)
        : OrderRow.evolve(row, ORDER, (AssignmentEvent) event);
  }
}
