package id.antar.gateway.stream;

import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.TRIP;
import static id.antar.gateway.testing.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.geo.GeoPoint;
import id.antar.api.message.Actor.Role;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderStage;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.gateway.stream.fact.FactFeed;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.place.LastPositions;
import id.antar.gateway.testing.GatewayTest;
import id.antar.gateway.testing.Listener;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MapStreamTest extends GatewayTest {

  private static final String HARBOUR = "viewport:53.54,9.98,53.541,9.981";

  @Autowired private FactFeed facts;
  @Autowired private StreamHub hub;
  @Autowired private LastPositions last;
  private long sequence;

  @BeforeEach
  void nobodyListensAndNobodyIsOnTheRoad() {
    await().until(() -> hub.connectionCount() == 0);
    last.endShift(CARLO, clock.instant());
    engine.answer(GetOrder.class, _ -> order(OrderStage.CONFIRMED, CARLO));
  }

  @Test
  void anOperatorWatchesAWindowAsJson() {
    try (Listener olga = connect(Role.OPERATOR, "antar.v1.json")) {
      olga.send("{\"type\":\"subscribe\",\"topic\":\"" + HARBOUR + "\"}");
      olga.awaitText("\"type\":\"subscribed\"", HARBOUR);

      bus.publish(fix(53.5405));
      olga.awaitText("\"type\":\"positions\"", "\"cell\":\"88", "\"courierId\":\"carlo\"");
      last.endShift(CARLO, clock.instant().plusSeconds(1));
      olga.awaitText("\"gone\":[\"carlo\"]");
      olga.send("{\"type\":\"unsubscribe\",\"topic\":\"" + HARBOUR + "\"}");
      olga.awaitText("\"type\":\"unsubscribed\"");
      await().until(() -> hub.subscriptionCount() == 0);
    }
  }

  @Test
  void anAnalystWatchesTheZoneInBytes() {
    bus.publish(fix(53.5405));
    try (Listener anna = connect(Role.ANALYST, "antar.v1.binary")) {
      anna.send("{\"type\":\"subscribe\",\"topic\":\"zone:main\"}");
      anna.awaitText("\"type\":\"subscribed\"", "zone:main");

      byte[] state = anna.awaitBytes(0);
      bus.publish(fix(53.5406));
      byte[] change = anna.awaitBytes(anna.bytes().indexOf(state) + 1);

      assertThat(state[0]).isEqualTo((byte) 3);
      assertThat(change[0]).isEqualTo((byte) 2);
      assertThat(anna.texts()).noneMatch(text -> text.contains("\"type\":\"positions\""));
    }
  }

  @Test
  void whoBeginsToFollowAnOrderIsToldWhereItsCourierWasLast() {
    tell(new CourierAssigned(ORDER, TRIP, CARLO, NOON));
    bus.publish(fix(53.5405));
    try (Listener ada = connect(Role.CUSTOMER, "antar.v1.json")) {
      ada.send("{\"type\":\"subscribe\",\"topic\":\"order:order-1\"}");
      ada.awaitText("\"type\":\"position\"", "53.5405", "\"sequence\":1", "\"ageMillis\":");
    }
    try (Listener bytes = connect(Role.CUSTOMER, "antar.v1.binary")) {
      bytes.send("{\"type\":\"subscribe\",\"topic\":\"order:order-1\"}");
      assertThat(bytes.awaitBytes(0)[0]).isEqualTo((byte) 1);
      bytes.awaitText("\"event\":\"Snapshot\"");
    }
    tell(new OrderDelivered(ORDER, TRIP, CARLO, NOON));
    try (Listener late = connect(Role.CUSTOMER, "antar.v1.json")) {
      late.send("{\"type\":\"subscribe\",\"topic\":\"order:order-1\"}");
      late.awaitText("\"event\":\"Snapshot\"");
      late.send("{\"type\":\"ping\"}");
      late.awaitText("\"type\":\"pong\"");
      assertThat(late.texts()).noneMatch(text -> text.contains("\"type\":\"position\""));
    }
  }

  @Test
  void theMapIsForStaffAlone() {
    bus.publish(fix(53.5405));
    for (Role role : List.of(Role.CUSTOMER, Role.MERCHANT, Role.COURIER)) {
      try (Listener eve = connect(role, "antar.v1.json")) {
        for (String topic : List.of(HARBOUR, "viewport:53,9,54,10", "zone:main", "zone:moon")) {
          eve.send("{\"type\":\"subscribe\",\"topic\":\"" + topic + "\"}");
          eve.awaitText("\"type\":\"problem\"", "\"code\":\"forbidden\"", topic);
        }
        bus.publish(fix(53.5406));
        eve.send("{\"type\":\"ping\"}");
        eve.awaitText("\"type\":\"pong\"");
        assertThat(eve.texts()).noneMatch(text -> text.contains("carlo"));
        assertThat(hub.subscriptionCount()).isZero();
      }
    }
  }

  @Test
  void whatIsNoWindowIsRefused() {
    try (Listener olga = connect(Role.OPERATOR, "antar.v1.json")) {
      for (String bounds : List.of("43,7,43,8", "44,7,43,8", "43,179,44,-179", "NaN,7,43,8")) {
        olga.send("{\"type\":\"subscribe\",\"topic\":\"viewport:" + bounds + "\"}");
        olga.awaitText("invalid-viewport", "viewport:" + bounds, "\"field\":\"topic\"");
      }
      olga.send("{\"type\":\"subscribe\",\"topic\":\"zone:moon\"}");
      olga.awaitText("unknown-zone");
      olga.send("{\"type\":\"subscribe\",\"topic\":\"cell:88396904c7fffff\"}");
      olga.awaitText("unknown-topic");
    }
  }

  @Test
  void aWideWindowIsToldHowManyThereAre() {
    bus.publish(fix(53.5405));
    try (Listener olga = connect(Role.ADMIN, "antar.v1.binary")) {
      olga.send("{\"type\":\"subscribe\",\"topic\":\"viewport:53,9,54,10\"}");
      olga.awaitText("\"type\":\"density\"", "viewport:53,9,54,10", "\"couriers\":1");
    }
  }

  private void tell(OrderEvent event) {
    facts.on(store.add(event));
  }

  private CourierPosition fix(double latitude) {
    return new CourierPosition(
        CARLO,
        new GeoPoint(latitude, 9.9805),
        90.0,
        5.0,
        null,
        ++sequence,
        clock.instant(),
        clock.instant(),
        System.nanoTime());
  }

  private Listener connect(Role role, String protocol) {
    return Listener.connect(port, token(role, role == Role.CUSTOMER ? "ada" : "eve"), protocol);
  }
}
