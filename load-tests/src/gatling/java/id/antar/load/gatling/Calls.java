package id.antar.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.dummy;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.foreach;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static io.gatling.javaapi.http.HttpDsl.ws;

import id.antar.load.client.Actor;
import id.antar.load.client.Json;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/// The requests and frames of which the scenarios are made. Who sends them is in the session, as
/// `token`.
final class Calls {

  private static final int FRAMES_KEPT = 10_000;
  private static final int SUBSCRIBED_WITHIN_SECONDS = 5;

  private Calls() {}

  static HttpProtocolBuilder protocol(URI url) {
    return http.baseUrl(url.toString())
        .wsBaseUrl(url.toString().replaceFirst("^http", "ws"))
        .acceptHeader("application/json, application/problem+json")
        .authorizationHeader("Bearer #{token}")
        .userAgentHeader("antar-load")
        .wsUnmatchedInboundMessageBufferSize(FRAMES_KEPT)
        .sseUnmatchedInboundMessageBufferSize(FRAMES_KEPT)
        .disableAutoReferer()
        .disableAutoOrigin()
        .disableCaching()
        .disableFollowRedirect()
        .disableUrlEncoding()
        .disableWarmUp();
  }

  static Session is(Session session, Cast cast, Actor actor) {
    return session.set("token", cast.token(actor)).set("subject", actor.subject());
  }

  /// What was put into the session under this name.
  static <T> T kept(Session session, String name) {
    return Objects.requireNonNull(session.<T>get(name), name);
  }

  static String text(Session session, String name) {
    return Calls.<String>kept(session, name);
  }

  static HttpRequestActionBuilder get(String name, String path) {
    return http(name).get(path).check(status().is(200));
  }

  static HttpRequestActionBuilder post(
      String name, String path, Function<Session, Map<String, Object>> body) {
    return with(http(name).post(path), body);
  }

  static HttpRequestActionBuilder post(
      Function<Session, String> name,
      Function<Session, String> path,
      Function<Session, Map<String, Object>> body) {
    return with(http(name).post(path), body);
  }

  private static HttpRequestActionBuilder with(
      HttpRequestActionBuilder request, Function<Session, Map<String, Object>> body) {
    return request
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", _ -> UUID.randomUUID().toString())
        .body(StringBody(session -> Json.write(body.apply(session))));
  }

  static ChainBuilder connect() {
    return exec(ws("open WebSocket").connect("/v1/stream"));
  }

  /// @param topic an expression
  static ChainBuilder subscribe(String name, String topic) {
    return exec(
        ws(name)
            .sendText("{\"type\":\"subscribe\",\"topic\":\"" + topic + "\"}")
            .await(SUBSCRIBED_WITHIN_SECONDS)
            .on(
                ws.checkTextMessage(name + ": subscribed")
                    .matching(jsonPath("$.type").is("subscribed"))));
  }

  /// Puts into the report what was measured between two users.
  ///
  /// @param samples the session's list of milliseconds
  static ChainBuilder report(String name, String samples) {
    return foreach(session -> List.copyOf(session.getList(samples)), "sample")
        .on(dummy(name, session -> (Integer) session.get("sample")));
  }
}
