package id.antar.gateway.stream.fact;

import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOODLE_BAR;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.TRIP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.alert.AlertEnd;
import id.antar.api.alert.AlertEvent.AlertAcknowledged;
import id.antar.api.alert.AlertEvent.AlertEnded;
import id.antar.api.alert.AlertEvent.AlertRaised;
import id.antar.api.alert.AlertId;
import id.antar.api.alert.AlertKind;
import id.antar.api.assignment.AbandonCause;
import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.assignment.Stop;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.api.order.OrderEvent.DeliveryFailed;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderPinned;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import id.antar.api.person.Personal;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.stream.hub.Frame;
import id.antar.gateway.stream.hub.RecordingLine;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.hub.Topic;
import id.antar.gateway.testing.InMemoryFacts;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.junit.jupiter.api.Test;

/// The feed as Axon calls it.
class FactFeedTest {

  private static final Personal<GeoPoint> ROADSIDE =
      Personal.of(CARLO.personId(), new GeoPoint(43.74, 7.43));

  private final InMemoryFacts store = new InMemoryFacts();
  private final StreamHub hub = new StreamHub(10, System::nanoTime, _ -> {}, _ -> {});
  private final FactFeed feed =
      new FactFeed(
          new FactLog(100, System::nanoTime),
          hub,
          new OrderTracks(10),
          new FactFrames(new WireJson()),
          store,
          (problem, to) -> Frame.lasting("problem", problem.toString().getBytes(UTF_8), null));
  private final AnnotationEventHandlerAdapter handler = new AnnotationEventHandlerAdapter(feed);

  @Test
  void anEventsPlaceInTheStoreIsItsCursor() throws Exception {
    List<String> board = listen(Topic.BOARD);
    handle(42, new AssignmentEnded(TRIP, CARLO, NOON));

    assertThat(board)
        .singleElement()
        .asString()
        .contains(
            "\"cursor\":\"42-41-40",
            "\"event\":\"AssignmentEnded\"",
            "\"recordedAt\":\"2026-11-21T");
  }

  @Test
  void anOrderFromBeforeTheStartIsReadFromTheStore() throws Exception {
    var _ = store.add(1, new OrderSubmitted(ORDER, NOODLE_BAR, NOON, NOON));
    var _ = store.add(2, new CourierAssigned(ORDER, TRIP, CARLO, NOON));
    List<String> merchant = listen(new Topic.OfMerchant(NOODLE_BAR));

    handle(3, new OrderReady(ORDER, NOON));

    assertThat(merchant)
        .singleElement()
        .asString()
        .contains("\"stage\":\"ready\"", "\"courierId\":\"carlo\"");
  }

  @Test
  void anEventThatComesAgainIsToldOnce() throws Exception {
    List<String> board = listen(Topic.BOARD);
    handle(1, new AssignmentEnded(TRIP, CARLO, NOON));
    handle(2, new AssignmentEnded(TRIP, CARLO, NOON));
    var _ = handler.handle(store.again(1));
    var _ = handler.handle(store.again(2));
    handle(3, new AssignmentEnded(TRIP, CARLO, NOON));

    assertThat(board).hasSize(3);
  }

  @Test
  void anEventThatFillsAGapIsToldAndTheCursorsSayWhatIsMissing() throws Exception {
    List<String> board = listen(Topic.BOARD);
    handle(5, new AssignmentEnded(TRIP, CARLO, NOON));
    handle(3, new AssignmentEnded(TRIP, CARLO, NOON));
    var _ = handler.handle(store.add(4, "something else"));
    var _ = handler.handle(store.again(3));
    handle(7, new AssignmentEnded(TRIP, CARLO, NOON));

    assertThat(board)
        .extracting(frame -> frame.replaceAll(".*\"cursor\":\"([0-9-]*)\".*", "$1"))
        .containsExactly("5-4-3-2-1", "5-4-2-1", "7-6-2-1");
  }

  @Test
  void whatWantsAnEyeIsAnAlert() throws Exception {
    List<String> alerts = listen(Topic.ALERTS);
    handle(1, new OrderSubmitted(ORDER, NOODLE_BAR, NOON, NOON));
    handle(2, new OrderConfirmed(ORDER, NOON, NOON, NOON));
    handle(3, new OrderPickedUp(ORDER, TRIP, CARLO, NOON));
    handle(4, new DeliveryFailed(ORDER, TRIP, "nobody there", NOON));
    handle(5, new OrderStranded(ORDER, TRIP, CARLO, ROADSIDE, NOON, NOON));
    handle(
        6,
        new AssignmentAbandoned(
            TRIP, CARLO, AbandonCause.SILENT, List.of(), List.of(ORDER), null, "gone", NOON));
    handle(7, new OrderCancelled(ORDER, new Party.Engine("timeouts"), "too late", null, NOON));

    assertThat(alerts)
        .extracting(frame -> frame.replaceAll(".*\"alert\":\"(\\w*)\".*", "$1"))
        .containsExactly("delivery_failed", "order_stranded", "courier_lost", "no_courier");
    assertThat(alerts.getFirst())
        .contains("\"courierId\":\"carlo\"", "\"detail\":\"nobody there\"", "\"cursor\":\"4\"");
  }

  @Test
  void howAnAlertStandsIsToldToStaffAlone() throws Exception {
    List<String> alerts = listen(Topic.ALERTS);
    List<String> board = listen(Topic.BOARD);
    var id = AlertId.of(AlertKind.LATE, ORDER.value());
    handle(1, new AlertRaised(id, AlertKind.LATE, ORDER.value(), 700, 600, NOON, NOON));
    handle(2, new AlertAcknowledged(id, "olga", "I call them", NOON));
    handle(3, new AlertEnded(id, AlertEnd.GONE, NOON));

    assertThat(board).isEmpty();
    assertThat(alerts)
        .extracting(frame -> frame.replaceAll(".*\"event\":\"(\\w*)\".*", "$1"))
        .containsExactly("AlertRaised", "AlertAcknowledged", "AlertEnded");
    assertThat(alerts.getFirst())
        .contains("\"type\":\"standing\"", "\"kind\":\"late\"", "\"value\":700.0");
    assertThat(alerts.get(1)).contains("\"by\":\"olga\"").doesNotContain("\"kind\"");
    assertThat(alerts.getLast()).contains("\"because\":\"gone\"");
  }

  @Test
  void anOrderThatSomebodyCallsOffIsNoAlert() throws Exception {
    List<String> alerts = listen(Topic.ALERTS);
    handle(1, new OrderSubmitted(ORDER, NOODLE_BAR, NOON, NOON));
    handle(2, new OrderConfirmed(ORDER, NOON, NOON, NOON));
    handle(3, new OrderCancelled(ORDER, new Party.Operator("olga"), "asked", null, NOON));

    assertThat(alerts).isEmpty();
  }

  @Test
  void whoBeganToListenByAViewThatWasBehindHearsNothingOfTheNextCourier() throws Exception {
    List<String> former = listen(new Topic.OfOrder(ORDER), new Actor(Role.COURIER, "eve"));
    List<String> own = listen(new Topic.OfOrder(ORDER), new Actor(Role.CUSTOMER, "ada"));

    handle(1, new CourierAssigned(ORDER, TRIP, CARLO, NOON));
    handle(2, new OrderReady(ORDER, NOON));

    assertThat(former).singleElement().asString().contains("unknown-order");
    assertThat(own).hasSize(2);
  }

  @Test
  void aChangedTripIsToldWithAllThatRemains() throws Exception {
    List<String> courier =
        listen(new Topic.OfCourier(CARLO), new Actor(Role.COURIER, CARLO.value()));
    var next = new OrderId("order-2");
    handle(
        1,
        new AssignmentAmended(
            TRIP,
            CARLO,
            new DecisionId("d-2"),
            List.of(Stop.dropoff(ORDER, NOON), Stop.pickup(next, NOON), Stop.dropoff(next, NOON)),
            List.of(next),
            List.of(),
            "on the way",
            NOON));

    assertThat(courier)
        .singleElement()
        .asString()
        .contains(
            "\"event\":\"AssignmentAmended\"",
            "\"orderIds\":[\"order-1\",\"order-2\"]",
            "{\"kind\":\"dropoff\",\"orderId\":\"order-1\",\"eta\":\"2026-11-21T12:00:00Z\"}",
            "\"reason\":\"on the way\"");
  }

  @Test
  void anAbandonedTripIsToldWithItsCauseAndPlace() throws Exception {
    List<String> board = listen(Topic.BOARD);
    handle(
        1,
        new AssignmentAbandoned(
            TRIP,
            CARLO,
            AbandonCause.BROKEN_DOWN,
            List.of(),
            List.of(ORDER),
            ROADSIDE,
            "puncture",
            NOON));

    assertThat(board)
        .singleElement()
        .asString()
        .contains(
            "\"event\":\"AssignmentAbandoned\"",
            "\"orderIds\":[\"order-1\"]",
            "\"cause\":\"broken_down\"",
            "\"handover\":{\"latitude\":43.74,\"longitude\":7.43}");
  }

  @Test
  void whereAStrandedOrderLiesIsToldToTheBoardOnlyAndTheLostCourierHearsNoMore() throws Exception {
    List<String> board = listen(Topic.BOARD);
    List<String> own = listen(new Topic.OfOrder(ORDER), new Actor(Role.CUSTOMER, "ada"));
    List<String> lost = listen(new Topic.OfOrder(ORDER), new Actor(Role.COURIER, CARLO.value()));
    handle(1, new OrderPickedUp(ORDER, TRIP, CARLO, NOON));
    handle(2, new OrderStranded(ORDER, TRIP, CARLO, ROADSIDE, NOON, NOON));
    handle(3, new OrderReady(ORDER, NOON));

    assertThat(board.get(1)).contains("\"handover\":{\"latitude\":43.74", "\"stage\":\"ready\"");
    assertThat(own.get(1))
        .contains("\"event\":\"OrderStranded\"", "\"status\":\"preparing\"", "\"readyAt\"")
        .doesNotContain("handover", "43.74", "carlo");
    assertThat(board.get(1)).contains("carlo");
    assertThat(lost.getLast()).contains("unknown-order");
    assertThat(lost).noneMatch(frame -> frame.contains("OrderReady"));
  }

  @Test
  void whyACourierDoesNotComeIsToldToTheBoardOnly() throws Exception {
    List<String> board = listen(Topic.BOARD);
    List<String> own = listen(new Topic.OfOrder(ORDER), new Actor(Role.CUSTOMER, "ada"));
    handle(1, new CourierUnassigned(ORDER, TRIP, CARLO, "is ill", NOON));

    assertThat(board.getFirst()).contains("\"reason\":\"is ill\"");
    assertThat(own.getLast()).contains("CourierUnassigned").doesNotContain("ill");
  }

  @Test
  void whomAnOrderIsPinnedToIsToldToTheBoardOnly() throws Exception {
    List<String> board = listen(Topic.BOARD);
    List<String> own = listen(new Topic.OfOrder(ORDER), new Actor(Role.CUSTOMER, "ada"));
    handle(1, new OrderPinned(ORDER, CARLO, "knows the house", NOON));

    assertThat(board)
        .singleElement()
        .asString()
        .contains("\"pinnedTo\":\"carlo\"", "\"reason\":\"knows the house\"");
    assertThat(own)
        .singleElement()
        .asString()
        .contains("\"event\":\"OrderPinned\"")
        .doesNotContain("carlo", "knows the house");
  }

  private void handle(long index, Object event) throws Exception {
    var _ = handler.handle(store.add(index, event));
  }

  private List<String> listen(Topic topic) {
    return listen(topic, new Actor(Role.OPERATOR, "olga"));
  }

  private List<String> listen(Topic topic, Actor actor) {
    var line = new RecordingLine();
    hub.subscribe(hub.connect(actor, true, Instant.MAX, Runnable::run, line), topic);
    return line.texts();
  }
}
