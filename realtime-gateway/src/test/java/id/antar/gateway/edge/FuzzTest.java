package id.antar.gateway.edge;

import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.order;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.net.URLEncoder;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/// Whatever strangers send, the answer is a problem of theirs and says nothing of ours.
class FuzzTest extends GatewayTest {

  private static final int TRIES = 150;
  private static final int FRAMES = 200;

  private static final String FIX =
      "{\"latitude\":43.7,\"longitude\":7.4,\"sequence\":1,\"occurredAt\":\"2026-11-21T12:00:00Z\"}";

  private static final List<String> FRAGMENTS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ":",
          ",",
          "null",
          "true",
          "-1",
          "1e999",
          "0.1e-400",
          "NaN",
          "\\u0000",
          "\\ud800",
          "'",
          "--",
          "%00",
          "../",
          "<script>",
          "${jndi:x}",
          "\u00ff",
          "\"type\"",
          "subscribe",
          "unsubscribe",
          "position",
          "ping",
          "\"topic\":\"order:order-1\"",
          "\"resume\":\"",
          "viewport:1,2,3,4",
          "zone:main",
          "latitude",
          "99999999999999999999");

  /// What may stand in a header: one byte a letter, and no control characters.
  private static Arbitrary<String> headers() {
    return Arbitraries.strings()
        .withCharRange(' ', '~')
        .withCharRange('\u00a0', '\u00ff')
        .ofMaxLength(200);
  }

  private static Arbitrary<String> texts() {
    Arbitrary<String> junk = Arbitraries.strings().ofMaxLength(60);
    Arbitrary<String> almost =
        Arbitraries.of(FRAGMENTS).list().ofMaxSize(12).map(parts -> String.join("", parts));
    return Arbitraries.oneOf(junk, almost, mutated(FIX), mutated(frame()));
  }

  private static String frame() {
    return "{\"type\":\"position\"," + FIX.substring(1);
  }

  /// One part of it is another.
  private static Arbitrary<String> mutated(String text) {
    Arbitrary<String> parts =
        Arbitraries.oneOf(Arbitraries.of(FRAGMENTS), Arbitraries.strings().ofMaxLength(5));
    return Arbitraries.integers()
        .between(0, text.length())
        .flatMap(from ->
            Arbitraries.integers()
                .between(from, Math.min(text.length(), from + 12))
                .flatMap(to -> parts.map(it -> text.substring(0, from) + it + text.substring(to))));
  }

  private static <T> void forSome(int tries, Arbitrary<T> values, Consumer<T> check) {
    JqwikSession.run(() -> values.sampleStream().limit(tries).forEach(check));
  }

  private RawLine.Answer ask(String method, String path, String headers, String body) {
    try {
      return RawLine.ask(port, method, path, headers, body);
    } catch (IOException e) {
      throw new AssertionError(method + " " + path + "\n" + headers + body, e);
    }
  }

  private static void expectTheirFault(RawLine.Answer answer, String sent) {
    assertThat(answer.status()).as(sent).isBetween(400, 499);
    assertThat(answer.text())
        .as(sent)
        .contains("application/problem+json", "\"type\":\"https://antar.id/problems/");
    expectNothingOfOurs(answer, sent);
  }

  private static void expectNoFaultOfOurs(RawLine.Answer answer, String sent) {
    assertThat(answer.status()).as(sent).isBetween(200, 499);
    if (answer.status() >= 400) {
      expectTheirFault(answer, sent);
    }
  }

  private static void expectNothingOfOurs(RawLine.Answer answer, String sent) {
    assertThat(answer.text())
        .as(sent)
        .doesNotContain("id.antar.", "java.", "Exception", "springframework", "jackson", "\tat ");
  }

  private String bearer(Role role, String id) {
    return "Authorization: Bearer " + token(role, id) + "\r\n";
  }

  private static String key() {
    return "Idempotency-Key: " + Ids.random() + "\r\n";
  }

  private static final String JSON = "Content-Type: application/json\r\n";

  @Test
  void anyAuthorizationIsRefused() {
    Arbitrary<String> schemes =
        Arbitraries.of("", "Bearer ", "bearer", "Basic ", "ApiKey ", "BEARER\t", "Bearer  ");
    forSome(
        TRIES,
        schemes.flatMap(scheme -> headers().map(it -> scheme + it)),
        header ->
            expectTheirFault(
                ask("GET", "/v1/orders", "Authorization: " + header + "\r\n", ""), header));
  }

  @Test
  void anAlteredTokenIsRefusedOrIsTheSame() {
    String token = token(Role.CUSTOMER, "ada");
    forSome(
        TRIES,
        mutated(token).filter(it -> it.chars().allMatch(c -> c > 0x20 && c < 0x7f)),
        altered -> {
          var answer = ask("GET", "/v1/orders", "Authorization: Bearer " + altered + "\r\n", "");
          expectNoFaultOfOurs(answer, altered);
          assertThat(answer.status()).isIn(200, 401);
        });
  }

  @Test
  void anyIdempotencyKeyIsAKeyOrRefused() {
    forSome(
        TRIES,
        headers(),
        key ->
            expectNoFaultOfOurs(
                ask(
                    "POST",
                    "/v1/orders/" + ORDER + "/cancel",
                    bearer(Role.CUSTOMER, "ada") + JSON + "Idempotency-Key: " + key + "\r\n",
                    "{\"reason\":\"late\"}"),
                key));
  }

  @Test
  void anyForwardedHeaderIsNoHarm() {
    forSome(
        TRIES,
        headers(),
        it ->
            expectTheirFault(
                ask(
                    "GET",
                    "/v1/orders",
                    "Forwarded: " + it + "\r\nX-Forwarded-For: " + it + "\r\n",
                    ""),
                it));
  }

  @Test
  void anyCursorLimitAndFilterIsTakenOrRefused() {
    Arbitrary<String> names =
        Arbitraries.of("cursor", "limit", "status", "merchantId", "from", "q", "sort", "at");
    forSome(
        TRIES,
        names.flatMap(name ->
            Arbitraries.strings()
                .ofMaxLength(40)
                .map(it -> name + "=" + URLEncoder.encode(it, UTF_8))),
        query -> {
          for (String path :
              List.of("/v1/orders", "/v1/orders/search", "/v1/search", "/v1/couriers")) {
            expectNoFaultOfOurs(
                ask("GET", path + "?" + query, bearer(Role.OPERATOR, "olga"), ""), path + query);
          }
        });
  }

  @Test
  void anyPathUnderAnOrderIsFoundOrNot() {
    engine.answer(GetOrder.class, _ -> order(OrderStage.CONFIRMED, CARLO));
    Arbitrary<String> ids =
        Arbitraries.oneOf(Arbitraries.of(FRAGMENTS), Arbitraries.strings().ofMaxLength(40))
            .map(it -> URLEncoder.encode(it, UTF_8));
    forSome(
        TRIES,
        ids,
        id -> {
          String recipient = bearer(Role.RECIPIENT, "order-1");
          expectNoFaultOfOurs(ask("GET", "/v1/orders/" + id + "/tracking", recipient, ""), id);
          expectNoFaultOfOurs(
              ask(
                  "POST",
                  "/v1/orders/" + id + "/tracking-links",
                  bearer(Role.CUSTOMER, "ada") + JSON,
                  "{}"),
              id);
        });
  }

  @Test
  void anyBodyIsTakenOrRefused() {
    forSome(
        TRIES,
        texts(),
        text -> {
          String body = new String(text.getBytes(UTF_8), ISO_8859_1);
          expectNoFaultOfOurs(
              ask("POST", "/v1/orders", bearer(Role.CUSTOMER, "ada") + key() + JSON, body), text);
          expectNoFaultOfOurs(
              ask(
                  "POST",
                  "/v1/couriers/carlo/positions",
                  bearer(Role.COURIER, "carlo") + JSON,
                  "{\"positions\":[" + body + "]}"),
              text);
          expectNoFaultOfOurs(
              ask("POST", "/v1/auth/tokens", bearer(Role.ADMIN, "admin") + JSON, body), text);
        });
  }

  @Test
  void anyFrameIsAnsweredAndTheStreamGoesOn() {
    for (Role role : List.of(Role.CUSTOMER, Role.COURIER, Role.OPERATOR, Role.RECIPIENT)) {
      try (Listener stream = Listener.connect(port, token(role, "order-1"), "antar.v1.json")) {
        forSome(
            FRAMES,
            texts(),
            text -> {
              stream.send(text);
              stream.sendBytes(text.getBytes(UTF_16));
            });
        stream.send("{\"type\":\"subscribe\",\"topic\":\"fuzz:last\"}");
        stream.awaitText("unknown-topic", "fuzz:last");
        assertThat(stream.texts())
            .noneMatch(it -> it.contains("internal-error") || it.contains("Exception"));
      }
    }
  }

  /// What goes wrong inside is told without a word of it, and can be found by its id.
  @Test
  void anyFailureInsideIsABareAnswerWithAnId() {
    Arbitrary<RuntimeException> failures =
        Arbitraries.of(
            new IllegalStateException("SELECT secret FROM id.antar.vault"),
            new NullPointerException("secret of java.util.Map"),
            new IllegalArgumentException("secret is not one of hunter2"),
            new ArrayIndexOutOfBoundsException("secret 7"),
            new UnsupportedOperationException("secret", new SQLException("secret table")),
            new ClassCastException("class id.antar.Secret"),
            new StackOverflow("secret"));
    forSome(
        40,
        failures,
        failure -> {
          engine.reset();
          engine.decide(_ -> {
            throw failure;
          });
          engine.answer(
              GetOrder.class,
              _ -> {
                throw failure;
              });
          for (RawLine.Answer answer :
              List.of(
                  ask("GET", "/v1/orders/" + ORDER, bearer(Role.OPERATOR, "olga"), ""),
                  ask(
                      "POST",
                      "/v1/orders/" + ORDER + "/cancel",
                      bearer(Role.OPERATOR, "olga") + key() + JSON,
                      "{\"reason\":\"late\"}"))) {
            assertThat(answer.status()).as(failure.toString()).isIn(500, 503);
            assertThat(answer.text())
                .contains("\"requestId\":\"")
                .doesNotContain("secret", "Secret");
            expectNothingOfOurs(answer, failure.toString());
          }
        });
  }

  private static final class StackOverflow extends RuntimeException {

    private static final long serialVersionUID = 1;

    StackOverflow(String message) {
      super(message, new StackOverflowError("secret"));
    }
  }

  @Test
  void aDeepDocumentIsRefused() {
    String deep = "[".repeat(100_000);
    expectTheirFault(
        ask("POST", "/v1/orders", bearer(Role.CUSTOMER, "ada") + key() + JSON, deep), "deep");
    String objects = "{\"a\":".repeat(40_000);
    expectTheirFault(
        ask("POST", "/v1/orders", bearer(Role.CUSTOMER, "ada") + key() + JSON, objects), "deep");
  }

  @Test
  void aFrameThatIsTooLargeClosesItsStreamOnly() {
    try (Listener stream = Listener.connect(port, token(Role.CUSTOMER, "ada"), "antar.v1.json")) {
      stream.send("x".repeat(20_000));
      await().atMost(Duration.ofSeconds(5)).until(stream::isOver);
    }
    client.get().uri("/v1/clock").exchange().expectStatus().isOk();
  }
}
