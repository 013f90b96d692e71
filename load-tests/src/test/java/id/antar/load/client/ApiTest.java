package id.antar.load.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Against a small server that answers as it is told to.
@Timeout(60)
class ApiTest {

  private record Reply(int status, String body) {}

  private record Heard(String key, String authorization, String body) {}

  private final Deque<Reply> replies = new ArrayDeque<>();
  private final List<Heard> heard = Collections.synchronizedList(new ArrayList<>());
  private final Incidents incidents = new Incidents();
  private final Latencies latencies = new Latencies();
  private final Actor ada = Actor.customer("ada");
  private HttpServer server;
  private int minted;
  private volatile String retryAfter = "";

  ApiTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    startServer();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aServerErrorIsSentAgainWithTheSameKeyAndBodyAndReported(@TempDir Path folder)
      throws Exception {
    replies.add(new Reply(500, "{}"));
    replies.add(new Reply(201, "{\"orderId\":\"o1\"}"));

    Answer answer = api(folder).call(placing("k1"));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(heard).extracting(Heard::key).containsExactly("k1", "k1");
    assertThat(heard.get(0).body()).isEqualTo(heard.get(1).body());
    assertThat(incidents.list())
        .singleElement()
        .extracting(Incidents.Incident::what)
        .isEqualTo("server error: POST /v1/orders");
  }

  @Test
  void anEngineThatIsBusyIsAskedAgainAndNobodyIsToBlame(@TempDir Path folder) throws Exception {
    replies.add(new Reply(503, "{}"));
    replies.add(new Reply(429, "{}"));
    replies.add(new Reply(200, "{}"));

    assertThat(api(folder).call(placing("k1")).ok()).isTrue();

    assertThat(incidents.list()).isEmpty();
    assertThat(latencies.summaries().getLast().count()).isEqualTo(4); // and one for the token
  }

  @Test
  void aRefusalIsAnAnswer(@TempDir Path folder) throws Exception {
    replies.add(new Reply(409, "{\"code\":\"merchant-is-closed\",\"detail\":\"It is closed.\"}"));

    Answer answer = api(folder).call(placing("k1"));

    assertThat(answer.isProblem("merchant-is-closed")).isTrue();
    assertThat(answer).hasToString("409 merchant-is-closed: It is closed.");
    assertThat(heard).hasSize(1);
  }

  @Test
  void anAnswerSaysWhenToComeBack(@TempDir Path folder) throws Exception {
    retryAfter = "7";
    replies.add(new Reply(409, "{}"));

    assertThat(api(folder).call(placing("k1")).retryAfter()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void aTokenThatIsNotLikedIsReplacedOnce(@TempDir Path folder) throws Exception {
    replies.add(new Reply(401, "{}"));
    replies.add(new Reply(200, "{}"));

    assertThat(api(folder).call(placing("k1")).ok()).isTrue();

    assertThat(heard)
        .extracting(Heard::authorization)
        .containsExactly("Bearer customer-1", "Bearer customer-2");
  }

  @Test
  void aCallOutlivesTheEngine(@TempDir Path folder) throws Exception {
    Api api = api(folder);
    replies.add(new Reply(200, "{}"));
    assertThat(api.call(placing("k0")).ok()).isTrue();
    int port = server.getAddress().getPort();
    server.stop(0);
    Thread revival =
        Thread.ofVirtual()
            .start(() -> {
              try {
                gone.await();
                server =
                    HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
                replies.add(new Reply(201, "{}"));
                startServer();
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });

    Answer answer = api.call(placing("k1"));

    revival.join();
    assertThat(answer.status()).isEqualTo(201);
    assertThat(incidents.list()).isEmpty();
  }

  private final java.util.concurrent.CountDownLatch gone =
      new java.util.concurrent.CountDownLatch(1);

  private Request placing(String key) {
    return Request.post(
        CallKind.PLACE_ORDER, ada, "/v1/orders", key, Map.of("merchantId", "noodle-bar"));
  }

  private Api api(Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("tokens.json"), "{\"admin\":\"root\"}");
    Door door = new Door(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    EngineGate gate =
        new EngineGate(
            () -> door.findClock().isPresent(),
            new EngineGate.Watcher() {
              @Override
              public void gone() {
                gone.countDown();
              }

              @Override
              public void back() {}

              @Override
              public void lost() {}
            },
            Duration.ofSeconds(20),
            Duration.ofMillis(20));
    return new Api(door, new Tokens(file), gate, latencies, incidents);
  }

  private void startServer() {
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/v1/clock",
        ex -> reply(ex, new Reply(200, "{\"now\":\"2026-11-21T10:00:00Z\",\"speed\":20}")));
    server.createContext(
        "/v1/auth/tokens",
        ex -> reply(ex, new Reply(201, "{\"accessToken\":\"customer-%d\"}".formatted(++minted))));
    server.createContext("/v1/orders", this::order);
    server.start();
  }

  private void order(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    heard.add(
        new Heard(
            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
            exchange.getRequestHeaders().getFirst("Authorization"),
            body));
    if (!retryAfter.isEmpty()) {
      exchange.getResponseHeaders().set("Retry-After", retryAfter);
    }
    reply(exchange, replies.remove());
  }

  private static void reply(HttpExchange exchange, Reply reply) throws IOException {
    byte[] bytes = reply.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
