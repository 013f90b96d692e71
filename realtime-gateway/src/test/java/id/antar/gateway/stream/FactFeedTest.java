package id.antar.gateway.stream;

import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOODLE_BAR;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.TRIP;
import static id.antar.gateway.testing.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

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
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderPinned;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderStage;
import id.antar.api.person.Personal;
import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.stream.hub.OrderTracks;
import id.antar.gateway.stream.hub.RecordingLine;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.hub.Topic;
import id.antar.gateway.testing.FakeEngine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.core.scheduler.Schedulers;

/// The feed as Axon calls it.
class FactFeedTest {

  private static final Personal<GeoPoint> ROADSIDE =
      Personal.of(CARLO.personId(), new GeoPoint(43.74, 7.43));

  private final FakeEngine fake = new FakeEngine();
  private final StreamHub hub = new StreamHub(10, System::nanoTime, _ -> {}, _ -> {});
  private final FactFeed feed =
      new FactFeed(hub, new OrderTracks(10), new Frames(new WireJson()), engine());
  private final AnnotationEventHandlerAdapter handler = new AnnotationEventHandlerAdapter(feed);

  @Test
  void anEventsPlaceInTheStoreIsItsCursor() throws Exception {
    List<String> board = listen(Topic.BOARD);
    handle(42, new AssignmentEnded(TRIP, CARLO, NOON));

    assertThat(board)
        .singleElement()
        .asString()
        .contains("\"cursor\":42", "\"event\":\"AssignmentEnded\"", "\"recordedAt\":\"2026-11-21T");
  }

  @Test
  void anOrderFromBeforeTheStartIsReadOnceForThoseWhoListen() throws Exception {
    fake.answer(GetOrder.class, _ -> order(OrderStage.PREPARING, CARLO));
    handle(1, new OrderReady(ORDER, NOON));
    assertThat(fake.questions()).isEmpty();

    List<String> merchant = listen(new Topic.OfMerchant(NOODLE_BAR));
    handle(2, new OrderReady(ORDER, NOON));
    handle(3, new OrderReady(ORDER, NOON));

    assertThat(fake.questions()).hasSize(1);
    assertThat(merchant)
        .hasSize(2)
        .allMatch(frame -> frame.contains("\"stage\":\"ready\""))
        .allMatch(frame -> frame.contains("\"courierId\":\"carlo\""));
  }

  @Test
  void anOrderThatCannotBeReadIsToldAllTheSame() throws Exception {
    List<String> board = listen(Topic.BOARD);
    handle(1, new OrderReady(ORDER, NOON));

    assertThat(board).singleElement().asString().contains("\"event\":\"OrderReady\"");
  }

  @Test
  void whoBeganToListenByAViewThatWasBehindHearsNothingOfTheNextCourier() throws Exception {
    List<String> former = listen(new Topic.OfOrder(ORDER), new Actor(Role.COURIER, "eve"));
    List<String> own = listen(new Topic.OfOrder(ORDER), new Actor(Role.CUSTOMER, "ada"));

    handle(1, new CourierAssigned(ORDER, TRIP, CARLO, NOON));
    handle(2, new OrderReady(ORDER, NOON));

    assertThat(former).singleElement().asString().contains("\"code\":\"unknown-order\"");
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
    assertThat(lost.getLast()).contains("\"code\":\"unknown-order\"");
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

  private void handle(long position, Object event) throws Exception {
    var message = new GenericEventMessage<>("id", event, Map.of(), NOON);
    var _ =
        handler.handle(
            new GenericTrackedEventMessage<>(new GlobalSequenceTrackingToken(position), message));
  }

  private List<String> listen(Topic topic) {
    return listen(topic, new Actor(Role.OPERATOR, "olga"));
  }

  private List<String> listen(Topic topic, Actor actor) {
    var line = new RecordingLine();
    hub.subscribe(hub.connect(actor, Instant.MAX, RecordingLine.LOOP, line), topic);
    return line.texts();
  }

  private Engine engine() {
    var properties =
        new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("antar.gateway", GatewayProperties.class);
    return new Engine(
        fake.commandGateway(), fake.queryGateway(), Schedulers.immediate(), properties);
  }
}
