package id.antar.gateway.authorisation;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.message.Ids;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import reactor.core.publisher.Mono;

/// Calls operations and asks for topics, as anybody.
final class Calls {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern ANSWER = Pattern.compile("\"type\":\"(subscribed|problem)\"");

  private final int port;
  private final WebClient client;
  private final ReactorNettyWebSocketClient sockets = new ReactorNettyWebSocketClient();

  Calls(int port) {
    this.port = port;
    this.client = WebClient.create("http://localhost:" + port);
  }

  Mono<Outcome> call(Rule rule, @Nullable String authorization, Map<String, String> ids) {
    return (rule.isTopic() ? ask(rule, authorization, ids) : send(rule, authorization, ids))
        .timeout(PATIENCE);
  }

  private Mono<Outcome> send(Rule rule, @Nullable String authorization, Map<String, String> ids) {
    var request =
        client
            .method(HttpMethod.valueOf(rule.method()))
            .uri(URI.create("http://localhost:" + port + rule.target(ids)))
            .headers(headers -> authorize(headers, authorization))
            .header("Idempotency-Key", Ids.random());
    if (!"GET".equals(rule.method()) && !"DELETE".equals(rule.method())) {
      String body = rule.body(ids).replace("{now}", Instant.now().toString());
      return request
          .contentType(MediaType.APPLICATION_JSON)
          .bodyValue(body)
          .exchangeToMono(Calls::outcome);
    }
    return request.exchangeToMono(Calls::outcome);
  }

  private static void authorize(HttpHeaders headers, @Nullable String authorization) {
    if (authorization != null) {
      headers.set(HttpHeaders.AUTHORIZATION, authorization);
    }
  }

  private static Mono<Outcome> outcome(ClientResponse response) {
    String type = response.headers().contentType().map(MediaType::toString).orElse("");
    Mono<String> body =
        type.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE)
            ? response.bodyToFlux(DataBuffer.class).next().map(Calls::text)
            : response.bodyToMono(String.class);
    return body.defaultIfEmpty("")
        .map(text -> new Outcome(response.statusCode().value(), type, text));
  }

  private static String text(DataBuffer buffer) {
    String text = buffer.toString(UTF_8);
    DataBufferUtils.release(buffer);
    return text;
  }

  private Mono<Outcome> ask(Rule rule, @Nullable String authorization, Map<String, String> ids) {
    var headers = new HttpHeaders();
    authorize(headers, authorization);
    String frame = "{\"type\":\"subscribe\",\"topic\":\"" + rule.target(ids) + "\"}";
    var heard = new AtomicReference<@Nullable String>();
    return sockets
        .execute(
            URI.create("ws://localhost:" + port + "/v1/stream"),
            headers,
            session ->
                session
                    .send(Mono.just(session.textMessage(frame)))
                    .thenMany(session.receive().map(WebSocketMessage::getPayloadAsText))
                    .filter(text -> ANSWER.matcher(text).find())
                    .next()
                    .doOnNext(heard::set)
                    .then(session.close()))
        .then(Mono.fromSupplier(() -> heardFrame(Objects.requireNonNull(heard.get()))))
        .onErrorResume(
            e -> String.valueOf(e.getMessage()).contains("401"),
            _ -> Mono.just(new Outcome(401, "", "")));
  }

  private static Outcome heardFrame(String frame) {
    int status =
        frame.contains("\"type\":\"subscribed\"")
            ? 200
            : frame.contains("\"forbidden\"") ? 403 : frame.contains("\"unknown-") ? 404 : 500;
    return new Outcome(status, "frame", frame);
  }
}
