package id.antar.gateway.edge;

import static id.antar.gateway.testing.Samples.PLACEMENT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.Actor.Role;
import id.antar.api.message.Failure;
import id.antar.api.message.Ids;
import id.antar.gateway.testing.GatewayTest;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;

class BadInputTest extends GatewayTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "quantity":2          | "quantity":"2"         | 400 | wrong-type    | basket[0].quantity
          "quantity":2          | "quantity":1.5         | 400 | wrong-type    | basket[0].quantity
          "quantity":2          | "quantity":0           | 422 | invalid-value | basket[0].quantity
          "quantity":2          | "quantity":{}          | 400 | wrong-type    | basket[0].quantity
          "quantity":2,         | ''                     | 400 | missing-field | basket[0].quantity
          [{"productId":"ramen" | [null,{"productId":"ramen" | 400 | missing-field | basket[0]
          "name":"Ada"          | "name":null            | 400 | missing-field | recipient.name
          "name":"Ada"          | "name":7               | 400 | wrong-type    | recipient.name
          "name":"Ada"          | "name":"Ada","age":3   | 400 | unknown-field | recipient.age
          "+377 555 0100"       | "call me"              | 422 | invalid-value | recipient.phone
          "latitude":43.735     | "latitude":91          | 422 | invalid-value | dropoff.point.latitude
          "latitude":43.735     | "latitude":"NaN"       | 422 | invalid-value | dropoff.point.latitude
          "latitude":43.735,    | ''                     | 400 | missing-field | dropoff.point.latitude
          "merchantId":"noodle-bar" | "merchantId":"/.."     | 422 | invalid-value | merchantId
          "merchantId":"noodle-bar" | "merchantId":["a"]     | 400 | wrong-type    | merchantId
          "method":"card"       | "method":"shells"      | 400 | wrong-type    | payment.method
          "token":"tok_ok"      | "token":"4111 1111 1111 1111" | 422 | invalid-value | payment.token
          """)
  void aWrongFieldIsNamed(String right, String wrong, int status, String code, String field) {
    String body = PLACEMENT.replace(right, wrong);

    expectProblem(post(Role.CUSTOMER, "ada", "/v1/orders", body), status, code, field);

    assertThat(engine.commands()).isEmpty();
  }

  @Test
  void anUnreadableBodyIsSaidToBeSo() {
    expectProblem(
        post(Role.CUSTOMER, "ada", "/v1/orders", "{\"merchantId\":"), 400, "unreadable-json");
    expectProblem(post(Role.CUSTOMER, "ada", "/v1/orders", "hello"), 400, "unreadable-json");
    expectProblem(post(Role.CUSTOMER, "ada", "/v1/orders", "[]"), 400, "wrong-type");
    expectProblem(post(Role.CUSTOMER, "ada", "/v1/orders", PLACEMENT + "{}"), 400, "wrong-type");
  }

  @Test
  void anEmptyBodyIsSaidToBeSo() {
    client
        .post()
        .uri("/v1/orders")
        .headers(h -> h.setBearerAuth(token(Role.CUSTOMER, "ada")))
        .header("Idempotency-Key", Ids.random())
        .contentType(MediaType.APPLICATION_JSON)
        .exchange()
        .expectStatus()
        .isBadRequest();
  }

  @Test
  void aTooLargeBodyIsRefusedWithAndWithoutAKey() {
    String body = PLACEMENT.replace("1 Rue Grimaldi", "x".repeat(300 * 1024));
    expectProblem(post(Role.CUSTOMER, "ada", "/v1/orders", body), 413, "body-too-large");
    client
        .post()
        .uri("/v1/couriers/carlo/positions")
        .headers(h -> h.setBearerAuth(token(Role.COURIER, "carlo")))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"positions\":[" + " ".repeat(300 * 1024) + "]}")
        .exchange()
        .expectStatus()
        .isEqualTo(413);
  }

  @Test
  void whatIsNotJsonIsNotTaken() {
    client
        .post()
        .uri("/v1/orders")
        .headers(h -> h.setBearerAuth(token(Role.CUSTOMER, "ada")))
        .header("Idempotency-Key", Ids.random())
        .contentType(MediaType.TEXT_PLAIN)
        .bodyValue("order please")
        .exchange()
        .expectStatus()
        .isEqualTo(415)
        .expectHeader()
        .exists("Accept");
  }

  @Test
  void unknownRoutesAndMethodsAreSaidToBeSo() {
    expectProblem(get(Role.CUSTOMER, "ada", "/v1/nothing"), 404, "no-such-route");
    expectProblem(post(Role.CUSTOMER, "ada", "/v1/nothing", "{}"), 404, "no-such-route");
    expectProblem(client.get().uri("/nothing").exchange(), 404, "no-such-route");
    put(Role.CUSTOMER, "ada", "/v1/orders", "{}")
        .expectStatus()
        .isEqualTo(405)
        .expectHeader()
        .exists("Allow");
  }

  @Test
  void aPostNeedsAKey() {
    client
        .post()
        .uri("/v1/orders")
        .headers(h -> h.setBearerAuth(token(Role.CUSTOMER, "ada")))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(PLACEMENT)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("idempotency-key-missing");
    expectProblem(
        post(Role.CUSTOMER, "ada", "/v1/orders", PLACEMENT, "x".repeat(65)),
        400,
        "idempotency-key-invalid");
  }

  @Test
  void aClockFromTomorrowOrTheDayBeforeYesterdayIsRefused() {
    for (Duration off : new Duration[] {Duration.ofMinutes(3), Duration.ofHours(-25)}) {
      String at = clock.instant().plus(off).toString();
      String body = PLACEMENT.replaceFirst("\\{", "{\"occurredAt\":\"" + at + "\",");
      expectProblem(
          post(Role.CUSTOMER, "ada", "/v1/orders", body), 422, "clock-out-of-range", "occurredAt");
    }
    String body = PLACEMENT.replaceFirst("\\{", "{\"occurredAt\":\"yesterday\",");
    expectProblem(post(Role.CUSTOMER, "ada", "/v1/orders", body), 400, "wrong-type", "occurredAt");
  }

  @Test
  void aPartThatIsDownIsUnavailableAndWorthAnotherTry() {
    engine.decide(_ -> {
      throw new IllegalStateException("store", new SQLTransientConnectionException("gone"));
    });
    post(Role.CUSTOMER, "ada", "/v1/orders", PLACEMENT)
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .valueEquals("Retry-After", "1")
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("unavailable");
  }

  @ParameterizedTest
  @CsvSource({
    "CONFLICT,  503, unavailable",
    "DOWN,      503, unavailable",
    "LATE,      503, unavailable",
    "NO_SEARCH, 503, search-unavailable",
    "BUG,       500, internal-error"
  })
  void whatAnotherProcessToldIsAsIfItHadHappenedHere(Failure.Kind kind, int status, String code) {
    engine.decide(_ -> {
      throw new CommandExecutionException("told", null, new Failure(kind, "Told."));
    });

    expectProblem(post(Role.CUSTOMER, "ada", "/v1/orders", PLACEMENT), status, code);
  }

  @Test
  void aCommandThatTakesTooLongIsUnavailable() {
    var forever = new CountDownLatch(1);
    engine.decide(_ -> {
      try {
        return forever.await(10, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    });
    expectProblem(post(Role.CUSTOMER, "ada", "/v1/orders", PLACEMENT), 503, "unavailable");
    forever.countDown();
  }

  @Test
  void anUnexpectedFailureTellsNothingOfItself() {
    engine.decide(_ -> {
      throw new IllegalStateException("secret of the house");
    });
    byte[] body =
        post(Role.CUSTOMER, "ada", "/v1/orders", PLACEMENT)
            .expectStatus()
            .isEqualTo(500)
            .expectBody()
            .jsonPath("$.code")
            .isEqualTo("internal-error")
            .returnResult()
            .getResponseBodyContent();
    assertThat(new String(body, UTF_8)).doesNotContain("secret", "Exception");
  }

  @Test
  void aRequestKeepsItsIdIfItIsSane() {
    client
        .get()
        .uri("/v1/clock")
        .header("X-Request-Id", "abc-1")
        .exchange()
        .expectHeader()
        .valueEquals("X-Request-Id", "abc-1");
    client
        .get()
        .uri("/v1/clock")
        .header("X-Request-Id", "a b<script>")
        .exchange()
        .expectHeader()
        .value("X-Request-Id", id -> assertThat(id).hasSize(36));
  }
}
