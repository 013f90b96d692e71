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
import id.antar.load.town.report.LogBook.Entry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Against a server that has a small log, whose index is behind at first.
@Timeout(60)
class LogBookTest {

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final HttpServer server;
  private final AtomicLong upTo = new AtomicLong(8);

  LogBookTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void itIsReadPageByPageOnceItsIndexHasComeSoFar(@TempDir Path folder) throws Exception {
    LogBook log = LogBook.find(api(folder), Actor.operator("olga"), 4, 9).orElseThrow();

    assertThat(log.entries()).extracting(Entry::position).containsExactly(5L, 6L, 7L, 9L);
    assertThat(log.entries())
        .extracting(Entry::kind)
        .containsExactly("order", "assignment", "chat", "order");
    assertThat(log.entries().get(2).id()).isEqualTo("o1");
    assertThat(log.entries().get(1).stopsOrders()).containsExactly("o1", "o2");
    assertThat(asked).filteredOn(query -> query.contains("newest_first")).hasSize(2);
    assertThat(asked)
        .filteredOn(query -> query.contains("kind="))
        .allMatch(query -> query.contains("after=4"));
  }

  @Test
  void aLogWhoseIndexDoesNotComeSoFarIsNotReadAtAll(@TempDir Path folder) throws Exception {
    assertThat(LogBook.find(api(folder), Actor.operator("olga"), 4, 99, 3)).isEmpty();

    assertThat(asked).filteredOn(query -> query.contains("newest_first")).hasSize(3);
    assertThat(asked).noneMatch(query -> query.contains("kind="));
  }

  private Api api(Path folder) throws IOException {
    Path tokens = Files.writeString(folder.resolve("tokens.json"), "{\"admin\":\"root\"}");
    Door door = new Door(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    EngineGate gate =
        new EngineGate(
            () -> true, new EngineGate.Watcher() {}, Duration.ofSeconds(5), Duration.ofMillis(20));
    return new Api(door, new Tokens(tokens), gate, new Latencies(), new Incidents());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    asked.add(query);
    String body =
        exchange.getRequestURI().getPath().startsWith("/v1/auth")
            ? "{\"accessToken\":\"t\"}"
            : page(query);
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String page(String query) {
    if (query.contains("newest_first")) {
      return page(null, upTo.getAndIncrement());
    }
    if (query.contains("kind=order")) {
      return query.contains("cursor=more")
          ? page(null, 9, event(9, "OrderPaid", "order", "o1", "{}"))
          : page("more", 9, event(5, "OrderPlaced", "order", "o1", "{\"merchantId\":\"m1\"}"));
    }
    if (query.contains("kind=assignment")) {
      String stops = "{\"stops\":[{\"orderId\":\"o1\"},{\"orderId\":\"o2\"},{\"orderId\":\"o1\"}]}";
      return page(null, 9, event(6, "AssignmentOffered", "assignment", "a1", stops));
    }
    return page(null, 9, event(7, "MessageSent", "conversation", "c1", "{\"orderId\":\"o1\"}"));
  }

  private static String page(@Nullable String cursor, long upTo, String... events) {
    return "{\"events\":[%s],\"nextCursor\":%s,\"upTo\":%d}"
        .formatted(String.join(",", events), cursor == null ? null : "\"" + cursor + "\"", upTo);
  }

  private static String event(long position, String type, String kind, String id, String data) {
    return """
    {"position":%d,"eventId":"e","type":"%s","revision":"1","kind":"%s","id":"%s",\
    "sequence":0,"recordedAt":"2026-11-21T10:00:00Z","data":%s}\
    """
        .formatted(position, type, kind, id, data);
  }
}
