package id.antar.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Reads a request for a provider, and writes its reply as a fault allows.
final class Doorway implements HttpHandler {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Provider provider;
  private final Faults faults;
  private final int prefix;

  Doorway(Provider provider, Faults faults, int prefix) {
    this.provider = provider;
    this.faults = faults;
    this.prefix = prefix;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Call call = read(exchange);
      Fault fault = faults.take(provider.nameOf(call)).orElse(null);
      switch (fault) {
        case null -> write(exchange, provider.answer(call));
        case Fault.Slow(var delay) -> {
          Reply reply = provider.answer(call);
          pause(delay.toMillis());
          write(exchange, reply);
        }
        case Fault.Queued(var delay) ->
            write(exchange, provider.answer(call, () -> pause(delay.toMillis())));
        case Fault.Refused(var status) -> write(exchange, provider.failure(status));
        case Fault.Lost() -> provider.answer(call);
        case Fault.DoneAndFailed(var status) -> {
          provider.answer(call);
          write(exchange, provider.failure(status));
        }
      }
    }
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Call read(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    var headers = exchange.getRequestHeaders();
    return new Call(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath().substring(prefix),
        query(exchange.getRequestURI().getRawQuery()),
        headers.getFirst("Authorization"),
        Objects.requireNonNullElse(headers.getFirst("Idempotency-Key"), ""),
        json(body));
  }

  private static JsonNode json(byte[] body) {
    try {
      return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JacksonException _) {
      return MissingNode.getInstance();
    }
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      String[] sides = pair.split("=", 2);
      query.put(sides[0], sides.length == 2 ? URLDecoder.decode(sides[1], UTF_8) : "");
    }
    return query;
  }

  private static void write(HttpExchange exchange, Reply reply) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(reply.body());
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
