package id.antar.gateway.edge.limit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.account.ApiKeyView;
import id.antar.api.account.ApiKeyView.GetApiKey;
import id.antar.api.account.Permission;
import id.antar.api.account.Scope;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.gateway.developer.ApiKeyExamples;
import id.antar.gateway.identity.account.RefreshTokens;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.testing.GatewayTest;
import id.antar.gateway.testing.Listener;
import id.antar.gateway.testing.RawLine;
import id.antar.gateway.testing.Samples;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/// Behind a proxy that is trusted, so that each test has an address of its own.
@TestPropertySource(
    properties = {
      "antar.mode=production",
      "antar.gateway.edge.trusted-proxies=127.0.0.1,::1,10.0.0.0/8",
      "antar.gateway.limits.general=5/PT1H",
      "antar.gateway.limits.courier=7/PT1H",
      "antar.gateway.limits.staff=9/PT1H",
      "antar.gateway.limits.positions=12/PT1H",
      "antar.gateway.limits.address=4/PT1H",
      "antar.gateway.limits.sign-in=3/PT1H",
      "antar.gateway.stream.max-per-caller=2"
    })
class LimitTest extends GatewayTest {

  private final String someone = Ids.random();
  @Autowired private StreamHub hub;

  private ResponseSpec from(String addresses, String path) {
    return client.get().uri(path).header("X-Forwarded-For", addresses).exchange();
  }

  private ResponseSpec withToken(String address, String token) {
    return client
        .get()
        .uri("/v1/customers/" + someone)
        .header("X-Forwarded-For", address)
        .headers(h -> h.setBearerAuth(token))
        .exchange();
  }

  private static void expectRefusal(ResponseSpec answer) {
    answer.expectHeader().valueMatches("Retry-After", "3[56]\\d\\d");
    expectProblem(answer, 429, "too-many-requests");
  }

  @Test
  void anIdentityHasItsRateAndIsToldHowItStands() {
    for (int left = 4; left >= 0; left--) {
      get(Role.CUSTOMER, someone, "/v1/customers/" + someone)
          .expectHeader()
          .valueEquals("RateLimit-Policy", "\"general\";q=5;w=3600")
          .expectHeader()
          .valueMatches("RateLimit", "\"general\";r=" + left + ";t=3[56]\\d\\d")
          .expectStatus()
          .isNotFound();
    }
    expectRefusal(get(Role.CUSTOMER, someone, "/v1/customers/" + someone));
    get(Role.CUSTOMER, "somebody-else-" + someone, "/v1/customers/x").expectStatus().isNotFound();
  }

  @Test
  void staffAndCouriersHaveTheirOwnRates() {
    get(Role.OPERATOR, someone, "/v1/nothing")
        .expectHeader()
        .valueEquals("RateLimit-Policy", "\"staff\";q=9;w=3600");
    get(Role.COURIER, someone, "/v1/nothing")
        .expectHeader()
        .valueEquals("RateLimit-Policy", "\"courier\";q=7;w=3600");
    post(Role.COURIER, someone, "/v1/couriers/" + someone + "/positions", "{}")
        .expectHeader()
        .valueEquals("RateLimit-Policy", "\"positions\";q=12;w=3600");
  }

  @Test
  void anApiKeyIsCountedForItselfAndNotForItsOwner() {
    engine.answer(
        GetApiKey.class,
        query ->
            new ApiKeyView(
                ((GetApiKey) query).keyId(),
                new Actor(Role.MERCHANT, someone),
                "till",
                List.of(Permission.ORDERS_READ),
                Scope.OWN,
                ApiKeyExamples.HASH,
                Samples.NOON,
                Instant.now().plusSeconds(600),
                null));
    client
        .get()
        .uri("/v1/nothing")
        .header("Authorization", "ApiKey " + ApiKeyExamples.WELL_FORMED)
        .exchange()
        .expectHeader()
        .valueMatches("RateLimit", "\"api-key\";r=999;t=3600");
    get(Role.MERCHANT, someone, "/v1/nothing")
        .expectHeader()
        .valueMatches("RateLimit", "\"general\";r=4;t=3600");
  }

  /// A provider delivers from few addresses, and may have much to tell.
  @Test
  void webhooksHaveALimitOfTheirOwn() {
    for (int i = 0; i < 10; i++) {
      client
          .post()
          .uri("/v1/webhooks/xendit")
          .contentType(MediaType.APPLICATION_JSON)
          .header("X-Forwarded-For", "203.0.113.77")
          .bodyValue("{}")
          .exchange()
          .expectStatus()
          .value(status -> assertThat(status).isNotEqualTo(429));
    }
    from("203.0.113.77", "/v1/clock").expectStatus().isOk();
  }

  /// An office shares an address, and after a deployment everybody fetches a dozen of them.
  @Test
  void theConsolesFilesAreNobodysRequests() {
    for (int i = 0; i < 10; i++) {
      from("203.0.113.78", "/console/board").expectStatus().isOk();
      from("203.0.113.78", "/console/assets/none.js").expectStatus().isNotFound();
    }
    from("203.0.113.78", "/v1/clock")
        .expectHeader()
        .valueMatches("RateLimit", "\"address\";r=3;t=3[56]\\d\\d");
  }

  @Test
  void anAddressWithoutATokenHasItsRateForAllThatItAsks() {
    for (String path : new String[] {"/v1/clock", "/health", "/v1/orders", "/nothing"}) {
      from("203.0.113.1", path)
          .expectHeader()
          .valueEquals("RateLimit-Policy", "\"address\";q=4;w=3600");
    }
    expectRefusal(from("203.0.113.1", "/v1/clock"));
    from("203.0.113.2", "/v1/clock").expectStatus().isOk();
  }

  @Test
  void whoGuessesTokensIsRefusedAndTheirNeighboursAreNot() {
    for (int i = 0; i < 4; i++) {
      expectProblem(withToken("203.0.113.3", "guess" + i), 401, "token-invalid");
    }
    expectRefusal(withToken("203.0.113.3", "guess"));
    withToken("203.0.113.3", token(Role.CUSTOMER, someone)).expectStatus().isNotFound();
  }

  /// What would cost more than a look is not begun any more.
  @Test
  void whoGuessesKeysIsRefusedBeforeTheyAreLookedFor() {
    for (int i = 0; i < 4; i++) {
      expectProblem(withKey("203.0.113.11"), 401, "key-invalid");
    }
    assertThat(engine.questions()).hasSize(4);

    for (int i = 0; i < 4; i++) {
      expectRefusal(withKey("203.0.113.11"));
    }
    assertThat(engine.questions()).hasSize(4);
  }

  private ResponseSpec withKey(String address) {
    return client
        .get()
        .uri("/v1/nothing")
        .header("X-Forwarded-For", address)
        .header("Authorization", "ApiKey " + ApiKeyExamples.MADE_UP)
        .exchange();
  }

  @Test
  void whatWasNotSeenHereIsNotLookedAtWhileItsAddressIsFull() {
    for (int i = 0; i < 4; i++) {
      expectProblem(withToken("203.0.113.12", "guess" + i), 401, "token-invalid");
    }
    String link = token(Role.RECIPIENT, "order-1");
    expectRefusal(withToken("203.0.113.12", link));

    expectProblem(withToken("203.0.113.13", link), 403, "forbidden");
    expectProblem(withToken("203.0.113.12", link), 403, "forbidden");
  }

  @ParameterizedTest
  @CsvSource({
    "198.51.100.21, /v1/clock",
    "198.51.100.22, /v1/map",
    "198.51.100.23, /health",
    "198.51.100.24, /track",
    "198.51.100.25, /nothing"
  })
  void whoNeedNotSayWhoTheyAreAreCountedWhateverTheySay(String address, String path) {
    String token = token(Role.CUSTOMER, someone);
    for (int i = 0; i < 4; i++) {
      withToken(address, path, i % 2 == 0 ? "x" : token)
          .expectHeader()
          .valueEquals("RateLimit-Policy", "\"address\";q=4;w=3600");
    }
    expectRefusal(withToken(address, path, token));
  }

  private ResponseSpec withToken(String address, String path, String token) {
    return client
        .get()
        .uri(path)
        .header("X-Forwarded-For", address)
        .headers(h -> h.setBearerAuth(token))
        .exchange();
  }

  @Test
  void oneWhoSharesTheirAddressKeepsNobodyFromRefreshing() {
    String ours = RefreshTokens.first("account-" + someone, "session-" + someone);
    for (int i = 0; i < 3; i++) {
      expectProblem(refresh("203.0.113.14", "rt.guess"), 401, "invalid-refresh-token");
    }
    expectRefusal(refresh("203.0.113.14", "rt.guess"));
    expectRefusal(refreshUnreadable("203.0.113.14"));
    expectRefusal(signIn("203.0.113.14"));

    for (int i = 0; i < 3; i++) {
      expectProblem(refresh("203.0.113.14", ours), 401, "invalid-refresh-token");
    }
    expectRefusal(refresh("203.0.113.15", ours));
  }

  private ResponseSpec refresh(String address, String token) {
    return posted(address, "/v1/auth/refresh", "{\"refreshToken\":\"" + token + "\"}");
  }

  private ResponseSpec refreshUnreadable(String address) {
    return posted(address, "/v1/auth/refresh", "{");
  }

  private ResponseSpec posted(String address, String path, String body) {
    return client
        .post()
        .uri(path)
        .header("X-Forwarded-For", address)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  @Test
  void whoHasSignedInIsCountedForThemselvesAlsoUnderAuth() {
    for (int i = 0; i < 5; i++) {
      withToken("203.0.113.16", "/v1/auth/sessions", token(Role.CUSTOMER, someone))
          .expectHeader()
          .valueMatches("RateLimit", "\"general\";r=" + (4 - i) + ";t=3[56]\\d\\d");
    }
    signIn("203.0.113.16").expectStatus().isBadRequest();
  }

  @Test
  void signingInHasARateByAddress() {
    for (int i = 0; i < 3; i++) {
      signIn("203.0.113.4")
          .expectHeader()
          .valueEquals("RateLimit-Policy", "\"sign-in\";q=3;w=3600");
    }
    expectRefusal(signIn("203.0.113.4"));
    signIn("203.0.113.5").expectStatus().isBadRequest();
  }

  @Test
  void whoEndsNoSessionIsCountedByAddress() {
    for (int i = 0; i < 3; i++) {
      posted("203.0.113.79", "/console/session/end", "{}").expectStatus().isOk();
    }
    expectRefusal(posted("203.0.113.79", "/console/session/end", "{}"));
    expectRefusal(signIn("203.0.113.79"));
  }

  private ResponseSpec signIn(String address) {
    return posted(address, "/v1/auth/sign-in", "{}");
  }

  @Test
  void oneIpv6NetworkIsOneAddress() {
    for (int host = 1; host <= 4; host++) {
      from("2001:db8:1:2::" + host, "/v1/clock").expectStatus().isOk();
    }
    expectRefusal(from("2001:db8:1:2:ffff::9", "/v1/clock"));
    from("2001:db8:1:3::1", "/v1/clock").expectStatus().isOk();
  }

  @Test
  void whatAClientForgesIsNotBelieved() {
    for (int forged = 1; forged <= 4; forged++) {
      from("198.51.100." + forged + ", 203.0.113.6, 10.1.2.3", "/v1/clock").expectStatus().isOk();
    }
    expectRefusal(from("198.51.100.9, 203.0.113.6, 10.1.2.3", "/v1/clock"));
  }

  @Test
  void aStreamsHandshakeIsARequestLikeAnother() {
    IntStream.range(0, 5).forEach(_ -> get(Role.CUSTOMER, someone, "/v1/stream"));

    expectRefusal(get(Role.CUSTOMER, someone, "/v1/stream"));
  }

  @Test
  void nobodyHasAllStreams() throws Exception {
    String link = token(Role.RECIPIENT, someone);
    try (var _ = Listener.connect(port, link, "antar.v1.json");
        var _ = Listener.connect(port, link, "antar.v1.json")) {
      ResponseSpec third = get(Role.RECIPIENT, someone, "/v1/stream");
      third.expectHeader().exists("Retry-After");
      expectProblem(third, 429, "too-many-streams");
      try (var other = Listener.connect(port, token(Role.OPERATOR, someone), "antar.v1.json")) {
        assertThat(other.isOver()).isFalse();
      }
    }
    var recipient = new Actor(Role.RECIPIENT, someone);
    await().untilAsserted(() -> assertThat(hub.connectionCount(recipient)).isZero());
  }

  @Test
  void onlyThisMachineReadsTheMetrics() throws IOException {
    from("203.0.113.7", "/metrics").expectStatus().isNotFound();
    assertThat(
            RawLine.ask(port, "GET", "/%6detrics", "X-Forwarded-For: 203.0.113.7\r\n", "").status())
        .isEqualTo(400);
    byte[] metrics =
        client.get().uri("/metrics").exchange().expectBody().returnResult().getResponseBody();
    assertThat(new String(metrics, UTF_8)).contains("jvm_memory");
  }

  @Test
  void healthSaysNothingOfTheParts() {
    from("203.0.113.8", "/health").expectBody().jsonPath("$.components").doesNotExist();
  }
}
