package id.antar.gateway.stream;

import static id.antar.gateway.testing.Samples.ADA;
import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOODLE_BAR;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.TRIP;
import static id.antar.gateway.testing.Samples.order;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.Stop;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.message.Actor.Role;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPinned;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderStage;
import id.antar.api.order.Party;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.position.LiveUpdate.OrderEta;
import id.antar.gateway.stream.fact.FactFeed;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.place.LastPositions;
import id.antar.gateway.testing.GatewayTest;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import reactor.test.StepVerifier;

class StreamSocketTest extends GatewayTest {

  @Autowired private FactFeed facts;
  @Autowired private StreamHub hub;
  @Autowired private MeterRegistry meters;
  @Autowired private LastPositions last;
  private final List<Client> clients = new ArrayList<>();
  private long sequence;

  @AfterEach
  void everybodyHangsUp() {
    clients.forEach(Client::abort);
  }

  @BeforeEach
  void thereIsAnOrderOnItsWay() {
    await().until(() -> hub.connectionCount() == 0);
    last.endShift(CARLO, clock.instant());
    engine.answer(GetOrder.class, _ -> order(OrderStage.CONFIRMED, CARLO));
    tell(new OrderSubmitted(ORDER, NOODLE_BAR, NOON, NOON));
    tell(new OrderConfirmed(ORDER, NOON, NOON, NOON));
    tell(new CourierAssigned(ORDER, TRIP, CARLO, NOON));
  }

  @Test
  void aCustomerFollowsTheirOrderUntilItIsDelivered() {
    Client ada = connect(Role.CUSTOMER, "ada");
    ada.send("{\"type\":\"subscribe\",\"topic\":\"order:order-1\"}");
    ada.await("\"type\":\"subscribed\"");
    ada.await("\"event\":\"Snapshot\"", "\"stage\":\"confirmed\"", "\"courierId\":\"carlo\"");

    bus.publish(position(43.73));
    ada.await("\"type\":\"position\"", "\"latitude\":43.73", "\"sequence\":1", "\"ageMillis\":");
    bus.publish(new OrderEta(ORDER, CARLO, null, NOON, NOON));
    ada.await("\"type\":\"eta\"", "\"dropoffEta\":\"2026-11-21T12:00:00Z\"");
    tell(new OrderDelivered(ORDER, TRIP, CARLO, NOON));
    ada.await(
        "\"event\":\"OrderDelivered\"",
        "\"cursor\":\"" + store.head() + "\"",
        "\"status\":\"delivered\"",
        "\"recordedAt\"");
    bus.publish(position(44));
    ada.send("{\"type\":\"ping\"}");
    ada.await("\"type\":\"pong\"");

    assertThat(ada.heard).noneMatch(frame -> frame.contains("\"latitude\":44"));
    ada.close();
  }

  @Test
  void whoWaitsAtTheDoorHearsOfOneOrderAndOfNobodysNameOrReason() {
    Client door = connect(Role.RECIPIENT, "order-1");
    door.send("{\"type\":\"subscribe\",\"topic\":\"order:order-1\"}");
    door.await("\"type\":\"subscribed\"", "\"topic\":\"order:order-1\"");
    door.await("\"event\":\"Snapshot\"", "\"status\":\"confirmed\"");
    bus.publish(position(43.73));
    door.await("\"type\":\"position\"", "\"latitude\":43.73", "\"ageMillis\":");
    bus.publish(new OrderEta(ORDER, CARLO, null, NOON, NOON));
    door.await("\"type\":\"eta\"", "\"dropoffEta\":\"2026-11-21T12:00:00Z\"");
    tell(new OrderPinned(ORDER, CARLO, "knows the house", NOON));
    tell(new CourierUnassigned(ORDER, TRIP, CARLO, "flat tyre", NOON));
    door.await("\"event\":\"CourierUnassigned\"");
    bus.publish(position(44));
    tell(new OrderCancelled(ORDER, new Party.Customer(ADA), "Ada has moved", TRIP, NOON));
    door.await("\"event\":\"OrderCancelled\"", "\"status\":\"cancelled\"");

    assertThat(door.heard)
        .noneMatch(frame -> frame.contains("carlo"))
        .noneMatch(frame -> frame.contains("trip-1"))
        .noneMatch(frame -> frame.contains("reason"))
        .noneMatch(frame -> frame.contains("OrderPinned"))
        .noneMatch(frame -> frame.contains("\"latitude\":44"));
    door.close();
  }

  @Test
  void aTrackingLinkOpensNoOtherTopic() {
    Client door = connect(Role.RECIPIENT, "order-2");
    door.send("{\"type\":\"subscribe\",\"topic\":\"order:order-1\"}");
    door.await("\"type\":\"problem\"", "unknown-order", "order:order-1");
    for (String topic : List.of("merchant:order-2", "courier:order-2", "board")) {
      door.send("{\"type\":\"subscribe\",\"topic\":\"" + topic + "\"}");
      door.await("\"type\":\"problem\"", "forbidden", topic);
    }
    door.send(
        "{\"type\":\"position\",\"latitude\":1,\"longitude\":1,\"sequence\":1,\"occurredAt\":\"2026-11-21T12:00:00Z\"}");
    door.await("Only couriers have positions.");
    door.close();
  }

  @Test
  void whoWaitsAtTheDoorCanStopListening() {
    Client door = connect(Role.RECIPIENT, "order-1");
    door.send("{\"type\":\"subscribe\",\"topic\":\"order:order-1\"}");
    door.await("\"event\":\"Snapshot\"");
    door.send("{\"type\":\"unsubscribe\",\"topic\":\"order:order-1\"}");
    door.await("\"type\":\"unsubscribed\"");
    assertThat(hub.subscriptionCount()).isZero();
    door.close();
  }

  @Test
  void somebodyElsesTopicsAreRefused() {
    Client eve = connect(Role.CUSTOMER, "eve");
    eve.send("{\"type\":\"subscribe\",\"topic\":\"order:order-1\"}");
    eve.await("\"type\":\"problem\"", "unknown-order", "order:order-1");
    for (String topic : List.of("merchant:noodle-bar", "courier:carlo", "board")) {
      eve.send("{\"type\":\"subscribe\",\"topic\":\"" + topic + "\"}");
      eve.await("\"type\":\"problem\"", "forbidden", topic);
    }
    tell(new CourierUnassigned(ORDER, TRIP, CARLO, "flat tyre", NOON));
    eve.send("{\"type\":\"ping\"}");
    eve.await("\"type\":\"pong\"");

    assertThat(eve.heard).noneMatch(frame -> frame.contains("\"type\":\"order\""));
    eve.close();
  }

  @Test
  void aMerchantHearsOfItsOrdersAndAnOperatorOfAll() {
    Client merchant = connect(Role.MERCHANT, NOODLE_BAR.value());
    merchant.send("{\"type\":\"subscribe\",\"topic\":\"merchant:noodle-bar\"}");
    merchant.await("\"type\":\"subscribed\"");
    Client operator = connect(Role.OPERATOR, "olga");
    operator.send("{\"type\":\"subscribe\",\"topic\":\"board\"}");
    operator.await("\"type\":\"subscribed\"");

    tell(new OrderConfirmed(ORDER, NOON, NOON, NOON));

    merchant.await("\"event\":\"OrderConfirmed\"", "\"topic\":\"merchant:noodle-bar\"", "readyAt");
    operator.await("\"event\":\"OrderConfirmed\"", "\"topic\":\"board\"");
    merchant.close();
    operator.close();
  }

  @Test
  void whoOnlyAsksWhetherThereIsAStreamOpensNone() {
    assertThat(statusOfHead("ada")).isEqualTo(200);
    assertThat(statusOfHead("eve")).isEqualTo(404);
    assertThat(hub.connectionCount()).isZero();
  }

  private int statusOfHead(String customer) {
    return client
        .head()
        .uri("/v1/orders/order-1/stream")
        .headers(h -> h.setBearerAuth(token(Role.CUSTOMER, customer)))
        .exchange()
        .returnResult(Void.class)
        .getStatus()
        .value();
  }

  @Test
  void whoSendsWithoutEndIsClosed() {
    Counter closed = meters.counter("antar.stream.closed", "reason", "too-many-frames");
    double before = closed.count();
    Client carlo = connect(Role.COURIER, "carlo");

    carlo.sendUntilClosed("{\"type\":\"ping\"}");

    assertThat(carlo.closeCode).isIn(4029, Client.RESET);
    assertThat(closed.count()).isEqualTo(before + 1);
  }

  @Test
  void aCourierHearsOfOffersAndReportsPositions() {
    Client carlo = connect(Role.COURIER, "carlo");
    carlo.send("{\"type\":\"subscribe\",\"topic\":\"courier:carlo\"}");
    carlo.await("\"type\":\"subscribed\"");
    var stops = List.of(Stop.pickup(ORDER, NOON), Stop.dropoff(ORDER, NOON));
    facts.on(store.add(new AssignmentOffered(TRIP, CARLO, new DecisionId("d"), stops, NOON, NOON)));
    carlo.await("\"event\":\"AssignmentOffered\"", "\"kind\":\"pickup\"", "expiresAt");

    String fix =
        "{\"type\":\"position\",\"latitude\":43.7,\"longitude\":7.4,\"sequence\":%d,\"occurredAt\":\""
            + clock.instant()
            + "\"}";
    carlo.send(fix.formatted(1));
    await().until(() -> bus.published().stream().anyMatch(this::isCarlosFix));
    carlo.send(fix.formatted(1));
    carlo.await("\"type\":\"problem\"", "stale-position");
    carlo.send(fix.formatted(2).replace("43.7", "91"));
    carlo.await("\"type\":\"problem\"", "invalid-value", "\"field\":\"latitude\"");
    carlo.close();
  }

  private boolean isCarlosFix(Object update) {
    return update instanceof CourierPosition p && p.courierId().equals(CARLO) && p.sequence() == 1;
  }

  @Test
  void whoNoLongerCarriesAnOrderHearsNoMoreOfIt() {
    Client carlo = connect(Role.COURIER, "carlo");
    carlo.send("{\"type\":\"subscribe\",\"topic\":\"order:order-1\"}");
    carlo.await("\"event\":\"Snapshot\"");
    tell(new CourierUnassigned(ORDER, TRIP, CARLO, "flat tyre", NOON));
    carlo.await("\"type\":\"problem\"", "no longer yours");
    tell(new OrderConfirmed(ORDER, NOON, NOON, NOON));
    carlo.send("{\"type\":\"ping\"}");
    carlo.await("\"type\":\"pong\"");

    assertThat(carlo.heard).noneMatch(frame -> frame.contains("OrderConfirmed"));
    carlo.close();
  }

  @Test
  void nonsenseIsAnsweredAndClosesNothing() {
    Client ada = connect(Role.CUSTOMER, "ada");
    ada.send("hello");
    ada.await("unreadable-json");
    ada.send("[1]");
    ada.await("A frame is a JSON object.");
    ada.send("{\"type\":\"dance\"}");
    ada.await("unknown-frame");
    ada.send("{\"type\":\"subscribe\",\"topic\":\"moon\"}");
    ada.await("unknown-topic");
    ada.send("{\"type\":\"subscribe\"}");
    ada.await("missing-field");
    ada.send(
        "{\"type\":\"position\",\"latitude\":1,\"longitude\":1,\"sequence\":1,\"occurredAt\":\"2026-11-21T12:00:00Z\"}");
    ada.await("Only couriers have positions.");
    ada.await("\"type\":\"heartbeat\"");
    ada.close();
  }

  @Test
  void theHandshakeNeedsATokenAndAKnownPage() {
    assertThatThrownBy(() -> connectTo("/v1/stream", null)).isInstanceOf(CompletionException.class);
    String path = "/v1/stream?access_token=" + token(Role.CUSTOMER, "ada");
    connectTo(path, null).close();
    connectTo(path, "http://localhost:" + port).close();
    assertThatThrownBy(() -> connectTo(path, "https://evil.example"))
        .isInstanceOf(CompletionException.class);
  }

  @Test
  void aPageShowsItsTokenAsASubprotocolAndIsAnsweredWithOurs() {
    String bearer = "antar.bearer." + token(Role.CUSTOMER, "ada");
    var page = new Client();
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    page.socket =
        builder
            .subprotocols("antar.v1.json", bearer)
            .buildAsync(URI.create("ws://localhost:" + port + "/v1/stream"), page)
            .join();

    assertThat(page.socket().getSubprotocol()).isEqualTo("antar.v1.json");
    page.send("{\"type\":\"subscribe\",\"topic\":\"order:order-1\"}");
    page.await("\"event\":\"Snapshot\"");
    page.close();
  }

  @Test
  void aClientThatReadsNothingIsCutOffAndTheOthersDoNotNotice() throws IOException {
    Client quick = connect(Role.OPERATOR, "olga");
    quick.send("{\"type\":\"subscribe\",\"topic\":\"board\"}");
    quick.await("\"type\":\"subscribed\"");
    try (var socket = new Socket("localhost", port)) {
      socket.setReceiveBufferSize(1024);
      socket
          .getOutputStream()
          .write(
              ("GET /v1/stream?access_token="
                      + token(Role.OPERATOR, "slow")
                      + " HTTP/1.1\r\n"
                      + "Host: localhost\r\n"
                      + "Connection: Upgrade\r\n"
                      + "Upgrade: websocket\r\n"
                      + "Sec-WebSocket-Version: 13\r\n"
                      + "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n")
                  .getBytes(UTF_8));
      await().until(() -> hub.connectionCount() == 2);
      byte[] frame = "{\"type\":\"subscribe\",\"topic\":\"board\"}".getBytes(UTF_8);
      var masked = new ByteArrayOutputStream();
      masked.write(0x81);
      masked.write(0x80 | frame.length);
      masked.write(new byte[4]);
      masked.write(frame);
      socket.getOutputStream().write(masked.toByteArray());
      await().until(() -> hub.subscriptionCount() == 2);

      String reason = "x".repeat(3000);
      for (int i = 0; i < 20_000 && hub.connectionCount() == 2; i++) {
        tell(new CourierUnassigned(ORDER, TRIP, CARLO, reason, NOON));
        if (i % 50 == 0) {
          int sent = i;
          await().until(() -> quick.count("CourierUnassigned") > sent);
        }
      }
      await().atMost(Duration.ofSeconds(10)).until(() -> hub.connectionCount() == 1);
    }
    tell(new OrderConfirmed(ORDER, NOON, NOON, NOON));
    quick.await("OrderConfirmed");
    quick.close();
  }

  @Test
  void oneOrderCanBeFollowedByServerSentEvents() {
    var events =
        client
            .get()
            .uri("/v1/orders/order-1/stream?access_token=" + token(Role.CUSTOMER, ADA.value()))
            .accept(MediaType.TEXT_EVENT_STREAM)
            .exchange()
            .expectStatus()
            .isOk()
            .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
            .getResponseBody()
            .filter(event ->
                "order".equals(event.event()) || String.valueOf(event.data()).contains("43.71"));
    StepVerifier.create(events)
        .assertNext(event -> assertThat(event.data()).contains("Snapshot"))
        .then(() -> bus.publish(position(43.71)))
        .assertNext(event -> assertThat(event.data()).contains("43.71"))
        .then(() -> tell(new OrderDelivered(ORDER, TRIP, CARLO, NOON)))
        .assertNext(event -> {
          assertThat(event.id()).isEqualTo(Long.toString(store.head()));
          assertThat(event.data()).contains("OrderDelivered");
        })
        .thenCancel()
        .verify(Duration.ofSeconds(10));
    await().until(() -> hub.connectionCount() == 0);
  }

  @Test
  void somebodyElsesOrderHasNoEvents() {
    client
        .get()
        .uri("/v1/orders/order-1/stream?access_token=" + token(Role.CUSTOMER, "eve"))
        .accept(MediaType.TEXT_EVENT_STREAM)
        .exchange()
        .expectStatus()
        .isNotFound();
    await().until(() -> hub.connectionCount() == 0);
  }

  private void tell(OrderEvent event) {
    facts.on(store.add(event));
  }

  private CourierPosition position(double latitude) {
    return new CourierPosition(
        CARLO,
        new GeoPoint(latitude, 7.42),
        90.0,
        5.0,
        null,
        ++sequence,
        clock.instant(),
        clock.instant(),
        System.nanoTime());
  }

  private Client connect(Role role, String id) {
    return connectTo("/v1/stream?access_token=" + token(role, id), null);
  }

  private Client connectTo(String path, @Nullable String origin) {
    var listener = new Client();
    clients.add(listener);
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    if (origin != null) {
      builder.header("Origin", origin);
    }
    listener.socket =
        builder.buildAsync(URI.create("ws://localhost:" + port + path), listener).join();
    return listener;
  }

  private static final class Client implements WebSocket.Listener {
    /// What was still on its way to the server has torn the connection down before its last word.
    private static final int RESET = -1;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private @Nullable WebSocket socket;

    private volatile int closeCode;

    @Override
    public void onError(WebSocket from, Throwable failure) {
      closeCode = RESET;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closeCode = code;
      return null;
    }

    void sendUntilClosed(String text) {
      Awaitility.await()
          .pollInterval(Duration.ofMillis(1))
          .atMost(Duration.ofSeconds(20))
          .until(() -> {
            for (int i = 0; i < 100 && closeCode == 0; i++) {
              var _ = socket().sendText(text, true).exceptionally(_ -> socket()).join();
            }
            return closeCode != 0;
          });
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      part.append(text);
      if (last) {
        heard.add(part.toString());
        part.setLength(0);
      }
      from.request(1);
      return null;
    }

    void send(String text) {
      socket().sendText(text, true).join();
    }

    long count(String part) {
      return heard.stream().filter(frame -> frame.contains(part)).count();
    }

    void await(String... parts) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(() ->
              assertThat(heard)
                  .anyMatch(frame -> List.of(parts).stream().allMatch(frame::contains)));
    }

    void close() {
      CompletableFuture<WebSocket> closing = socket().sendClose(1000, "");
      closing.join();
    }

    void abort() {
      if (socket != null) {
        socket.abort();
      }
    }

    private WebSocket socket() {
      return Objects.requireNonNull(socket);
    }
  }
}
