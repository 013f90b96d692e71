package id.antar.gateway.stream;

import static id.antar.gateway.testing.Samples.ADA;
import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOODLE_BAR;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.TRIP;
import static id.antar.gateway.testing.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.chat.ChatEvent.MessageSent;
import id.antar.api.chat.MessageId;
import id.antar.api.message.Actor.Role;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderStage;
import id.antar.api.order.Party;
import id.antar.api.person.Personal;
import id.antar.gateway.stream.fact.FactFeed;
import id.antar.gateway.testing.GatewayTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/// Going on after a break, over real sockets.
class ResumeTest extends GatewayTest {

  private static final String FOLLOW = "{\"type\":\"subscribe\",\"topic\":\"order:order-1\"%s}";

  @Autowired private FactFeed facts;

  @BeforeEach
  void thereIsAnOrder() {
    engine.answer(GetOrder.class, _ -> order(OrderStage.CONFIRMED, CARLO));
    tell(new OrderSubmitted(ORDER, NOODLE_BAR, NOON, NOON));
    tell(new OrderConfirmed(ORDER, NOON, NOON, NOON));
  }

  @Test
  void afterATunnelComesWhatWasMissedOnceAndThenWhatHappens() {
    Client before = connect(Role.CUSTOMER, ADA.value());
    before.send(FOLLOW.formatted(""));
    before.await("\"event\":\"Snapshot\"");
    String cursor = cursor();
    before.abort();
    tell(new CourierAssigned(ORDER, TRIP, CARLO, NOON));
    tell(new OrderReady(ORDER, NOON));

    Client after = connect(Role.CUSTOMER, ADA.value());
    after.send(FOLLOW.formatted(",\"resume\":\"" + cursor + "\""));
    after.await("\"type\":\"subscribed\"", "\"cursor\":\"" + cursor() + "\"");
    tell(new OrderReady(ORDER, NOON));
    after.await("OrderReady", "\"cursor\":\"" + cursor() + "\"");

    assertThat(after.heard)
        .filteredOn(frame -> !frame.contains("heartbeat") && !frame.contains("position"))
        .extracting(frame -> frame.replaceAll(".*\"(type|event)\":\"(\\w*)\".*", "$2"))
        .containsExactly("CourierAssigned", "OrderReady", "subscribed", "OrderReady");
    after.abort();
  }

  @Test
  void aHeartbeatSaysHowFarTheFactsHaveCome() {
    Client olga = connect(Role.OPERATOR, "olga");
    olga.send("{\"type\":\"subscribe\",\"topic\":\"board\"}");
    olga.await("\"type\":\"heartbeat\"", "\"cursor\":\"" + cursor() + "\"");
    olga.abort();
  }

  @Test
  void cursorsThatNobodyCanGoOnFromAreProblems() {
    Client ada = connect(Role.CUSTOMER, ADA.value());
    ada.send(FOLLOW.formatted(",\"resume\":\"yesterday\""));
    ada.await("invalid-cursor", "\"topic\":\"order:order-1\"");
    ada.send(FOLLOW.formatted(",\"resume\":\"999999\""));
    ada.await("unknown-cursor");
    ada.send(FOLLOW.formatted(",\"resume\":7"));
    ada.await("\"type\":\"problem\"", "resume");
    ada.abort();
  }

  @Test
  void staffIsAlerted() {
    Client olga = connect(Role.OPERATOR, "olga");
    olga.send("{\"type\":\"subscribe\",\"topic\":\"alerts\"}");
    olga.await("\"type\":\"subscribed\"");
    tell(new OrderStranded(ORDER, TRIP, CARLO, null, NOON, NOON));
    olga.await("\"type\":\"alert\"", "\"alert\":\"order_stranded\"", "\"orderId\":\"order-1\"");
    Client ada = connect(Role.CUSTOMER, ADA.value());
    ada.send("{\"type\":\"subscribe\",\"topic\":\"alerts\"}");
    ada.await("forbidden");
    ada.abort();
    olga.abort();
  }

  @Test
  void whatThePartiesSayIsForThoseWhoMayReadIt() {
    Client ada = connect(Role.CUSTOMER, ADA.value());
    Client anna = connect(Role.ANALYST, "anna");
    for (Client client : List.of(ada, anna)) {
      client.send(FOLLOW.formatted(""));
      client.await("\"event\":\"Snapshot\"");
    }
    facts.on(
        store.add(
            new MessageSent(
                ORDER,
                new MessageId("message-1"),
                1,
                new Party.Customer(ADA),
                NOODLE_BAR,
                null,
                Personal.of(ADA.personId(), "The bell is broken."),
                NOON)));
    tell(new OrderReady(ORDER, NOON));

    ada.await("\"type\":\"chat\"", "The bell is broken.");
    anna.await("OrderReady", "\"cursor\":\"" + cursor() + "\"");
    assertThat(anna.heard).noneMatch(frame -> frame.contains("chat"));
    ada.abort();
    anna.abort();
  }

  @Test
  void anEventSourceGoesOnWhereItWas() {
    String cursor = cursor();
    tell(new CourierAssigned(ORDER, TRIP, CARLO, NOON));
    for (boolean header : new boolean[] {true, false}) {
      StepVerifier.create(events(header, cursor).take(2))
          .assertNext(event -> assertThat(event.data()).contains("CourierAssigned"))
          .assertNext(event -> {
            assertThat(event.event()).isEqualTo("subscribed");
            assertThat(event.id()).isEqualTo(cursor());
          })
          .expectComplete()
          .verify(Duration.ofSeconds(10));
    }
  }

  @Test
  void aHeartbeatIsAPlaceToGoOnFrom() {
    StepVerifier.create(
            events(true, cursor()).filter(it -> "heartbeat".equals(it.event())).take(2).skip(1))
        .assertNext(event -> assertThat(event.id()).isEqualTo(cursor()))
        .expectComplete()
        .verify(Duration.ofSeconds(10));
  }

  @Test
  void anEventSourceWithABadCursorIsRefused() {
    expectProblem(stream(true, "yesterday"), 400, "invalid-cursor");
    expectProblem(stream(false, "999999"), 409, "unknown-cursor");
  }

  private Flux<ServerSentEvent<String>> events(boolean header, String cursor) {
    return stream(header, cursor)
        .expectStatus()
        .isOk()
        .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
        .getResponseBody();
  }

  private ResponseSpec stream(boolean header, String cursor) {
    String path = "/v1/orders/order-1/stream?access_token=" + token(Role.CUSTOMER, ADA.value());
    return client
        .get()
        .uri(header ? path : path + "&lastEventId=" + cursor)
        .headers(headers -> {
          if (header) {
            headers.set("Last-Event-ID", cursor);
          }
        })
        .accept(MediaType.TEXT_EVENT_STREAM)
        .exchange();
  }

  private void tell(OrderEvent event) {
    facts.on(store.add(event));
  }

  private String cursor() {
    return Long.toString(store.head());
  }

  private Client connect(Role role, String id) {
    var listener = new Client();
    listener.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(
                URI.create("ws://localhost:" + port + "/v1/stream?access_token=" + token(role, id)),
                listener)
            .join();
    return listener;
  }

  private static final class Client implements WebSocket.Listener {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private @Nullable WebSocket socket;

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      heard.add(text.toString());
      from.request(1);
      return null;
    }

    void send(String text) {
      var _ = Objects.requireNonNull(socket).sendText(text, true).join();
    }

    void abort() {
      Objects.requireNonNull(socket).abort();
    }

    void await(String... parts) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(() ->
              assertThat(heard)
                  .anyMatch(frame -> List.of(parts).stream().allMatch(frame::contains)));
    }
  }
}
