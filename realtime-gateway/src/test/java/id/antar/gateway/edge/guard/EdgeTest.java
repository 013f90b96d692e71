package id.antar.gateway.edge.guard;

import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderStage;
import id.antar.gateway.testing.GatewayTest;
import id.antar.gateway.testing.Listener;
import id.antar.gateway.testing.RawLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@TestPropertySource(
    properties = {
      "antar.gateway.public-url=https://antar.example",
      "antar.gateway.edge.allowed-origins=https://shop.example",
      "antar.gateway.edge.max-headers=40",
      "antar.gateway.edge.read-pause=PT0.5S",
      "antar.gateway.edge.body-within=PT1S",
      "server.netty.idle-timeout=1s"
    })
class EdgeTest extends GatewayTest {

  /// One each 0.2 s: they go on for longer than a body may take.
  private static final int HEARTBEATS = 12;

  private static final String SESSION = "__Host-antar-session=s; __Host-antar-csrf=proof";

  private ResponseSpec withOrigin(HttpMethod method, String path, String origin) {
    return client
        .method(method)
        .uri(path)
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization, idempotency-key")
        .exchange();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/clock", "/v1/orders", "/nothing", "/v1/docs", "/health", "/track"})
  void everyAnswerTellsBrowsersToBeCareful(String path) {
    HttpHeaders headers =
        client.get().uri(path).exchange().expectBody().returnResult().getResponseHeaders();

    assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(headers.getFirst("X-Frame-Options")).isEqualTo("DENY");
    assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(headers.getFirst("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(headers.getFirst("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(headers.getFirst("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(headers.getFirst("Strict-Transport-Security"))
        .isEqualTo("max-age=31536000; includeSubDomains");
    assertThat(headers.getFirst("Cache-Control"))
        .isEqualTo(path.equals("/track") ? "max-age=300, public" : "no-store");
    assertThat(headers.headerNames()).doesNotContain("Server", "X-Powered-By", "Via");
  }

  @Test
  void aPreflightIsAnsweredBeforeAnybodyAsksForAToken() {
    withOrigin(HttpMethod.OPTIONS, "/v1/orders", "https://shop.example")
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Access-Control-Allow-Origin", "https://shop.example")
        .expectHeader()
        .valueEquals("Access-Control-Allow-Headers", "authorization, idempotency-key")
        .expectHeader()
        .doesNotExist("Access-Control-Allow-Credentials");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://shop.example",
        "null",
        "https://antar.example.evil"
      })
  void otherPagesMayNothing(String origin) {
    expectProblem(withOrigin(HttpMethod.OPTIONS, "/v1/orders", origin), 403, "forbidden");
    expectProblem(withOrigin(HttpMethod.GET, "/v1/clock", origin), 403, "forbidden");
  }

  @Test
  void pagesOfOurOwnNeedNoList() {
    for (String origin : new String[] {"http://localhost:" + port, "https://antar.example"}) {
      withOrigin(HttpMethod.GET, "/v1/clock", origin).expectStatus().isOk();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example, 101",
    "https://evil.example, 403",
    "https://antar.example, 101"
  })
  void aStreamIsOpenToTheSamePages(String origin, int status) throws IOException {
    try (var line = new RawLine(port)) {
      line.send(
          "GET /v1/stream?access_token=%s HTTP/1.1\r\nHost: localhost:%d\r\nOrigin: %s\r\n"
                  .formatted(token(Role.CUSTOMER, "ada"), port, origin)
              + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
              + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");
      assertThat(line.readHead().status()).isEqualTo(status);
    }
  }

  @Test
  void aCookieIsNoAuthentication() {
    String token = token(Role.ADMIN, "admin");
    for (String name : new String[] {"__Host-antar-session", "access_token", "Authorization"}) {
      expectProblem(
          client.get().uri("/v1/orders").cookie(name, token).exchange(), 401, "token-missing");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'Sec-Fetch-Site: same-origin', proof, 404",
    "'Origin: https://antar.example', proof, 404",
    "'Sec-Fetch-Site: same-origin', guess, 403",
    "'Sec-Fetch-Site: cross-site', proof, 403",
    "'Sec-Fetch-Site: same-site', proof, 403",
    "'X: y', proof, 403",
    "'Origin: https://shop.example', proof, 403"
  })
  void whatABrowserAuthenticatesByItselfHasToProveItsOrigin(String from, String proof, int status)
      throws IOException {
    String headers = "Cookie: " + SESSION + "\r\n" + from + "\r\nX-CSRF-Token: " + proof + "\r\n";

    assertThat(RawLine.ask(port, "POST", "/console/orders", headers, "").status())
        .isEqualTo(status);
  }

  @Test
  void aPageOfTheConsoleIsReadWithoutProofButNoStreamIsOpened() throws IOException {
    String cookie = "Cookie: " + SESSION + "\r\n";
    String socket = cookie + "Upgrade: websocket\r\n";

    assertThat(RawLine.ask(port, "GET", "/console", cookie, "").status()).isEqualTo(200);
    assertThat(RawLine.ask(port, "GET", "/console/stream", socket, "").status()).isEqualTo(403);
    assertThat(
            RawLine.ask(
                    port, "GET", "/console/stream", socket + "Sec-Fetch-Site: same-origin\r\n", "")
                .status())
        .isEqualTo(200);
    assertThat(
            RawLine.ask(port, "POST", "/console", cookie + "Authorization: Bearer x\r\n", "")
                .status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BREW", "TRACE", "PROPFIND"})
  void anUnknownMethodIsPossibleNowhere(String method) throws IOException {
    for (String path : new String[] {"/v1/orders", "/nothing"}) {
      RawLine.Answer answer = RawLine.ask(port, method, path, "", "");
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.text()).contains("Allow: GET", "/problems/method-not-allowed");
    }
  }

  /// What the filters behind compare is then what the routes match.
  @ParameterizedTest
  @CsvSource({
    "POST, /v1;x/auth/sign-in",
    "POST, /%76%31/auth/sign-up",
    "POST, /v1/%61uth/password-reset",
    "POST, /v1/auth;a=b/refresh",
    "POST, /v1/%61uth/second-factor/confirm",
    "POST, /v1/developer/%6beys",
    "POST, /v1/couriers/carlo/%70ositions",
    "GET, /v1/orders;x/order-1",
    "GET, /v1/x%2F..%2Forders",
    "GET, /%6detrics",
    "GET, /metrics;x",
    "POST, /%63onsole/orders"
  })
  void aPathInDisguiseLeadsNowhere(String method, String path) throws IOException {
    RawLine.Answer answer = RawLine.ask(port, method, path, auth(Role.ADMIN, "root"), "{}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("/problems/path-not-plain");
    assertThat(engine.commands()).isEmpty();
    assertThat(engine.questions()).isEmpty();
  }

  @Test
  void whatIsTooLongIsNotRead() throws IOException {
    String long20k = "x".repeat(20_000);

    assertThat(RawLine.ask(port, "GET", "/" + long20k, "", "").status()).isEqualTo(414);
    assertThat(RawLine.ask(port, "GET", "/", "X: " + long20k + "\r\n", "").status()).isEqualTo(431);
    assertThat(RawLine.ask(port, "GET", "/v1/clock", "X: y\r\n".repeat(50), "").text())
        .contains("HTTP/1.1 431", "/problems/too-many-headers");
  }

  @ParameterizedTest
  @CsvSource({
    "'Content-Type: text/plain'",
    "'Content-Type: application/x-www-form-urlencoded'",
    "'Content-Type: application/xml'",
    "'Content-Type: multipart/form-data; boundary=x'",
    "'Content-Type: nonsense'",
    "'Content-Type: \"a/b'",
    "'X: y'",
    "'Content-Type: application/json\r\nContent-Encoding: gzip'"
  })
  void aBodyThatIsNotJsonIsNotTaken(String type) throws IOException {
    String headers = auth(Role.CUSTOMER, "ada") + type + "\r\n";
    RawLine.Answer answer = RawLine.ask(port, "POST", "/v1/orders", headers, "{}");

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.text()).contains("/problems/unsupported-media-type");
  }

  @Test
  void whoWantsNoJsonGetsNothingElse() throws IOException {
    engine.answer(GetOrder.class, _ -> order(OrderStage.CONFIRMED, CARLO));
    String headers = auth(Role.CUSTOMER, "ada") + "Accept: application/xml\r\n";

    assertThat(RawLine.ask(port, "GET", "/v1/orders/" + ORDER, headers, "").text())
        .contains("HTTP/1.1 406", "/problems/not-acceptable");
  }

  private String auth(Role role, String id) {
    return "Authorization: Bearer %s\r\nIdempotency-Key: %s\r\n"
        .formatted(token(role, id), Ids.random());
  }

  @Test
  void aHeadThatDripsIsCutOff() throws IOException {
    try (var line = new RawLine(port)) {
      line.send("GET /v1/clock HTTP/1.1\r\nX: ");
      // Far below the largest head, for as long as the server listens.
      await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> !line.canSend("x"));

      assertThat(line.readToEnd().status()).isZero();
    }
  }

  @Test
  void aBodyThatDoesNotComeIsNotWaitedFor() throws IOException {
    for (String key : new String[] {"Idempotency-Key: " + Ids.random() + "\r\n", ""}) {
      try (var line = new RawLine(port)) {
        line.send(
            "POST /v1/couriers/carlo/positions HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n"
                + "Content-Type: application/json\r\nAuthorization: Bearer "
                + token(Role.COURIER, "carlo")
                + "\r\n"
                + key
                + "\r\n{");
        assertThat(line.readToEnd().text()).contains("HTTP/1.1 408", "/problems/body-too-slow");
      }
    }
  }

  /// A follower has nothing to say: the time that bodies have is not theirs.
  @Test
  void whoOnlyListensToAStreamIsNotHurried() {
    try (var listener = Listener.connect(port, token(Role.OPERATOR, "op"), "antar.v1.binary")) {
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() ->
              listener.isOver() || listener.texts().size() + listener.bytes().size() > HEARTBEATS);

      assertThat(listener.isOver()).isFalse();
    }
  }

  @Test
  void aLineOnWhichNothingComesIsClosed() throws IOException {
    try (var line = new RawLine(port)) {
      line.send("GET /v1/clock HTTP/1.1\r\nHost: x\r\n\r\n");

      assertThat(line.readToEnd().status()).isEqualTo(200);
    }
    try (var line = new RawLine(port)) {
      assertThat(line.readToEnd().status()).isZero();
    }
  }

  @Test
  void whatIsAnothersIsAnsweredLikeWhatIsNot() {
    engine.answer(GetOrder.class, _ -> order(OrderStage.CONFIRMED, CARLO));
    String anothers = body(get(Role.CUSTOMER, "bob", "/v1/orders/" + ORDER));
    engine.reset();
    String absent = body(get(Role.CUSTOMER, "bob", "/v1/orders/" + ORDER));

    assertThat(withoutTimes(anothers)).isEqualTo(withoutTimes(absent)).contains("unknown-order");
  }

  private static String body(ResponseSpec answer) {
    byte[] bytes = answer.expectStatus().isNotFound().expectBody().returnResult().getResponseBody();
    return new String(Objects.requireNonNull(bytes), StandardCharsets.UTF_8);
  }

  private static String withoutTimes(String problem) {
    return problem.replaceAll("\"(timestamp|requestId)\":\"[^\"]*\"", "");
  }
}
