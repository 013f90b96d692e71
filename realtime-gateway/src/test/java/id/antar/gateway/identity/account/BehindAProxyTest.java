package id.antar.gateway.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.account.AccountView.GetAccountByEmail;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.MetaKeys;
import id.antar.gateway.testing.GatewayTest;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/// Signing in where TLS ends at a proxy.
@TestPropertySource(properties = "antar.gateway.edge.trusted-proxies=127.0.0.1,::1")
class BehindAProxyTest extends GatewayTest {

  private ResponseSpec signIn(String address, String name) {
    return client
        .post()
        .uri("/v1/auth/sign-in")
        .header("X-Forwarded-For", address)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Map.of("email", name + "@example.com", "password", "not the password"))
        .exchange();
  }

  @Test
  void whoGuessesSlowsDownNobodyElseBehindTheSameProxy() {
    for (int i = 0; i < 10; i++) {
      signIn("203.0.113.1", "victim-" + i).expectStatus().isUnauthorized();
    }
    expectProblem(signIn("203.0.113.1", "ada"), 429, "too-many-attempts");

    expectProblem(signIn("203.0.113.2", "ada"), 401, "invalid-credentials");
  }

  @Test
  void whatIsDownIsNoFailureOfWhoeverSignsIn() {
    engine.answer(
        GetAccountByEmail.class,
        _ -> {
          throw new RejectedExecutionException("full");
        });
    for (int i = 0; i < 10; i++) {
      signIn("203.0.113.3", "bea").expectStatus().is5xxServerError();
    }
    engine.reset();

    expectProblem(signIn("203.0.113.3", "bea"), 401, "invalid-credentials");
  }

  @Test
  void aStrangersKeyIsStoredWithNoEvent() {
    client
        .post()
        .uri("/v1/auth/sign-up")
        .header("Idempotency-Key", "short")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(
            Map.of("role", "merchant", "email", "c@example.com", "password", "mango tower 7 river"))
        .exchange()
        .expectStatus()
        .isAccepted();

    assertThat(engine.messages())
        .singleElement()
        .satisfies(sent ->
            assertThat(sent.getMetaData()).doesNotContainKey(MetaKeys.IDEMPOTENCY_KEY));
  }

  @Test
  void aKeyThatIsNoneIsRefusedAlsoWhereNothingIsRemembered() {
    String tooLong = "x".repeat(65);
    expectProblem(
        post(Role.CUSTOMER, "c", "/v1/auth/sign-out-everywhere", "{}", tooLong),
        400,
        "idempotency-key-invalid");
    assertThat(engine.commands()).isEmpty();
  }
}
