package id.antar.query.analytics;

import static id.antar.query.Cast.KURT;
import static id.antar.query.Cast.ORDER;
import static id.antar.query.Cast.OTHER_TRIP;
import static id.antar.query.Cast.ROADSIDE;
import static id.antar.query.Cast.TRIP;
import static id.antar.query.Cast.accepted;
import static id.antar.query.Cast.after;
import static id.antar.query.Cast.assigned;
import static id.antar.query.Cast.atPickup;
import static id.antar.query.Cast.offered;
import static id.antar.query.Cast.placed;
import static id.antar.query.Cast.recorded;
import static id.antar.query.Cast.stranded;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.OfferExpired;
import id.antar.api.money.Money;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.DeliveryFailed;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.query.analytics.OrderFact.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OrderFactFoldTest {

  private static final List<Object> DELIVERED =
      List.of(
          placed(),
          new OrderConfirmed(ORDER, after(10), after(30), after(1)),
          offered(TRIP, ORDER),
          accepted(TRIP, ORDER),
          assigned(TRIP),
          atPickup(TRIP),
          new OrderReady(ORDER, after(10)),
          new OrderPickedUp(ORDER, TRIP, KURT, after(11)),
          new OrderDelivered(ORDER, TRIP, KURT, after(25)));

  private final OrderFactFold fold = new OrderFactFold();

  @Test
  void aDeliveredOrderHasItsTimes() {
    OrderFact fact = given(DELIVERED);

    assertThat(fact.outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(fact.clickToDoor()).isEqualTo(25 * 60);
    assertThat(fact.readyToPickup()).isEqualTo(60);
    assertThat(fact.readyToDoor()).isEqualTo(15 * 60);
    assertThat(fact.price()).isEqualTo(Money.of(2050, "EUR"));
    assertThat(fact.courierId()).isEqualTo(KURT);
    assertThat(fact.cell()).hasSize(15).startsWith("88");
  }

  @Test
  void anOpenOrderHasNone() {
    OrderFact fact = given(List.of(placed(), new OrderReady(ORDER, after(10))));

    assertThat(fact.outcome()).isEqualTo(Outcome.OPEN);
    assertThat(fact.clickToDoor()).isNull();
    assertThat(fact.readyToPickup()).isNull();
    assertThat(fact.readyToDoor()).isNull();
  }

  @Test
  void whatFailedAtTheDoorIsCancelled() {
    List<Object> events = new ArrayList<>(DELIVERED.subList(0, DELIVERED.size() - 1));
    events.add(new DeliveryFailed(ORDER, TRIP, "nobody there", after(25)));

    assertThat(given(events).outcome()).isEqualTo(Outcome.CANCELLED);
  }

  @Test
  void whatWasMadeAgainIsMeasuredFromTheSecondTime() {
    List<Object> events = new ArrayList<>(DELIVERED.subList(0, DELIVERED.size() - 1));
    events.add(stranded(TRIP, null));
    events.add(new OrderReady(ORDER, after(32)));
    events.add(new CourierAssigned(ORDER, OTHER_TRIP, KURT, after(33)));
    events.add(new OrderPickedUp(ORDER, OTHER_TRIP, KURT, after(35)));
    events.add(new OrderDelivered(ORDER, OTHER_TRIP, KURT, after(50)));

    assertThat(given(events).readyToPickup()).isEqualTo(3 * 60);
    assertThat(given(events).readyToDoor()).isEqualTo(18 * 60);
  }

  @Test
  void whatIsFetchedAtTheRoadsideWasReadyOnce() {
    List<Object> events = new ArrayList<>(DELIVERED.subList(0, DELIVERED.size() - 1));
    events.add(stranded(TRIP, ROADSIDE));
    events.add(new OrderPickedUp(ORDER, OTHER_TRIP, KURT, after(30)));
    events.add(new OrderDelivered(ORDER, OTHER_TRIP, KURT, after(40)));

    assertThat(given(events).readyToPickup()).isEqualTo(60);
    assertThat(given(events).readyToDoor()).isEqualTo(30 * 60);
  }

  @Test
  void anOfferThatNobodyTookLeavesNoPlan() {
    List<Object> events =
        List.of(
            placed(), offered(TRIP, ORDER), new OfferExpired(TRIP, KURT, List.of(ORDER), after(4)));

    assertThat(given(events).trips()).isEmpty();
  }

  /// The order and its trips are recorded independently of each other.
  @Test
  void whicheverIsRecordedFirstTheFactIsTheSame() {
    List<Object> tripsLate = new ArrayList<>(DELIVERED);
    tripsLate.sort(
        (a, b) -> Boolean.compare(a instanceof AssignmentEvent, b instanceof AssignmentEvent));
    List<Object> tripsEarly = new ArrayList<>(DELIVERED.subList(1, DELIVERED.size()));
    tripsEarly.sort((a, b) -> Boolean.compare(a instanceof OrderEvent, b instanceof OrderEvent));
    tripsEarly.addFirst(placed());

    assertThat(given(tripsLate)).isEqualTo(given(DELIVERED));
    assertThat(given(tripsEarly)).isEqualTo(given(DELIVERED));
  }

  @Test
  void itsStoredFormIsReadBack() {
    JsonMapper json = JsonMapper.shared();
    OrderFact fact = given(DELIVERED);

    assertThat(json.readValue(json.writeValueAsString(fact), OrderFact.class)).isEqualTo(fact);
  }

  private OrderFact given(List<Object> events) {
    @Nullable OrderFact fact = null;
    for (Object event : events) {
      fact = fold.evolve(ORDER.value(), fact, recorded(event, "any", 0));
    }
    return Objects.requireNonNull(fact);
  }
}
