package id.antar.load.town.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.antar.load.client.Actor;
import id.antar.load.client.Api;
import id.antar.load.client.Door;
import id.antar.load.client.EngineGate;
import id.antar.load.client.Incidents;
import id.antar.load.client.Latencies;
import id.antar.load.client.Tokens;
import id.antar.load.town.report.Explanations.Offer;
import id.antar.load.town.report.Result.Explained;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Against a small server that explains some things.
@Timeout(60)
class ExplanationsTest {

  private final HttpServer server;
  private int asked;

  ExplanationsTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/v1/auth/tokens", exchange -> reply(exchange, 201, "{\"accessToken\":\"t\"}"));
    server.createContext(
        "/v1/orders/o1/dispatch", exchange -> explain(exchange, "Rio was nearest."));
    server.createContext("/v1/orders/blank/dispatch", exchange -> explain(exchange, "  "));
    server.createContext("/v1/orders/slow/dispatch", this::explainSecondTime);
    server.createContext(
        "/v1/couriers/rio/offers/a1/why", exchange -> explainOffer(exchange, "o1", "\"12:00\""));
    server.createContext(
        "/v1/couriers/rio/offers/timeless/why", exchange -> explainOffer(exchange, "o3", "null"));
    server.createContext(
        "/v1/couriers/rio/offers/early/why",
        exchange -> explainOffer(exchange, "undecided", "\"12:00\""));
    server.createContext(
        "/v1/orders/undecided/dispatch",
        exchange -> reply(exchange, 200, "{\"decisions\":[],\"summary\":\"No round.\"}"));
    server.createContext(
        "/v1/orders/unreadable/dispatch",
        exchange ->
            reply(
                exchange,
                200,
                "{\"decisions\":[{\"outcome\":\"unreadable\"}],\"summary\":\"Another planner.\"}"));
    server.createContext("/", exchange -> reply(exchange, 404, "{\"code\":\"no-such-route\"}"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whatIsExplainedIsSampledAndWhatIsNotIsNamed(@TempDir Path folder) throws Exception {
    Explanations explanations = new Explanations(api(folder), Actor.operator("olga"));

    explanations.ask(
        List.of("o1", "o2", "blank"),
        Set.of("o1"),
        List.of(new Offer("rio", "a1"), new Offer("sam", "a2")));

    Explained explained = explanations.result();
    assertThat(explained.orders()).isEqualTo(3);
    assertThat(explained.ordersExplained()).isEqualTo(1);
    assertThat(explained.offers()).isEqualTo(2);
    assertThat(explained.offersExplained()).isEqualTo(1);
    assertThat(explained.missed()).isEqualTo(3);
    assertThat(explained.samples())
        .containsExactly("order o1: Rio was nearest.", "offer a1: Near.");
    assertThat(explained.unexplained())
        .hasSize(3)
        .anyMatch(missed -> missed.startsWith("order o2 -> 404"));
  }

  @Test
  void whatWasDeliveredNeedsADecisionThatCanBeRead(@TempDir Path folder) throws Exception {
    Explanations explanations = new Explanations(api(folder), Actor.operator("olga"));

    explanations.ask(
        List.of("o1", "undecided", "unreadable"),
        Set.of("o1", "undecided", "unreadable"),
        List.of());

    assertThat(explanations.result().ordersExplained()).isEqualTo(1);
  }

  @Test
  void whatWasOfferedNeedsADecisionAndWhatWasCancelledBeforeARoundDoesNot(@TempDir Path folder)
      throws Exception {
    Explanations early = new Explanations(api(folder), Actor.operator("olga"));
    early.ask(List.of("undecided"), Set.of(), List.of());
    assertThat(early.result().missed()).isZero();

    Explanations offered = new Explanations(api(folder), Actor.operator("olga"));
    offered.ask(List.of("undecided"), Set.of(), List.of(new Offer("rio", "early")));
    assertThat(offered.result().offersExplained()).isEqualTo(1);
    assertThat(offered.result().ordersExplained()).isZero();
  }

  @Test
  void anOfferNeedsItsPickupTime(@TempDir Path folder) throws Exception {
    Explanations explanations = new Explanations(api(folder), Actor.operator("olga"));

    explanations.ask(List.of(), Set.of(), List.of(new Offer("rio", "timeless")));

    assertThat(explanations.result().offersExplained()).isZero();
  }

  @Test
  void whatComesLateIsNotMissed(@TempDir Path folder) throws Exception {
    Explanations explanations = new Explanations(api(folder), Actor.operator("olga"));

    explanations.ask(List.of("slow"), Set.of(), List.of());

    assertThat(explanations.result().missed()).isZero();
  }

  private void explainSecondTime(HttpExchange exchange) throws IOException {
    if (++asked == 1) {
      reply(exchange, 404, "{\"code\":\"unknown-order\"}");
    } else {
      explain(exchange, "It took a while.");
    }
  }

  private static void explain(HttpExchange exchange, String summary) throws IOException {
    reply(
        exchange,
        200,
        "{\"decisions\":[{\"outcome\":\"offered\"}],\"summary\":\"" + summary + "\"}");
  }

  private static void explainOffer(HttpExchange exchange, String orderId, String pickupAt)
      throws IOException {
    reply(
        exchange,
        200,
        "{\"summary\":\"Near.\",\"orders\":[{\"orderId\":\"%s\",\"pickupAt\":%s}]}"
            .formatted(orderId, pickupAt));
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Api api(Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("tokens.json"), "{\"admin\":\"root\"}");
    Door door = new Door(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    EngineGate gate =
        new EngineGate(() -> true, new NoWatcher(), Duration.ofSeconds(5), Duration.ofMillis(20));
    return new Api(door, new Tokens(file), gate, new Latencies(), new Incidents());
  }

  private static final class NoWatcher implements EngineGate.Watcher {
    @Override
    public void gone() {}

    @Override
    public void back() {}

    @Override
    public void lost() {}
  }
}
