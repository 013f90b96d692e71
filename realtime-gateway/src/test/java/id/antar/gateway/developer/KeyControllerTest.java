package id.antar.gateway.developer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.account.ApiKeyCommand.IssueApiKey;
import id.antar.api.account.ApiKeyCommand.RevokeApiKey;
import id.antar.api.account.ApiKeyId;
import id.antar.api.account.ApiKeyView;
import id.antar.api.account.ApiKeyView.ApiKeyPage;
import id.antar.api.account.ApiKeyView.GetApiKey;
import id.antar.api.account.ApiKeyView.ListApiKeys;
import id.antar.api.account.Permission;
import id.antar.api.account.Scope;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.api.message.MetaKeys;
import id.antar.api.order.OrderCommand.MarkReady;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderStage;
import id.antar.gateway.testing.GatewayTest;
import id.antar.gateway.testing.InMemoryKeyUse;
import id.antar.gateway.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeyControllerTest extends GatewayTest {

  private static final String MERCHANT = "noodle-bar";

  @Autowired private InMemoryKeyUse uses;

  private JsonNode issued(Role role, String id, String body) {
    byte[] answer =
        post(role, id, "/v1/developer/keys", body)
            .expectStatus()
            .isCreated()
            .expectBody()
            .returnResult()
            .getResponseBodyContent();
    return JsonMapper.shared().readTree(answer);
  }

  private String kitchenKey() {
    return issued(Role.MERCHANT, MERCHANT, "{\"label\":\"till\",\"permissions\":[\"kitchen:run\"]}")
        .path("key")
        .asString();
  }

  private ResponseSpec by(String key, HttpMethod method, String path) {
    return client
        .method(method)
        .uri(path)
        .header("Authorization", "ApiKey " + key)
        .header("Idempotency-Key", Ids.random())
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{}")
        .exchange();
  }

  @Test
  void aKeyActsForItsOwnerAndIsStoredAsAHash() {
    String key = kitchenKey();
    by(key, HttpMethod.POST, "/v1/orders/order-1/ready").expectStatus().isOk();

    IssueApiKey issue = (IssueApiKey) engine.commands().getFirst();
    assertThat(issue.owner()).isEqualTo(new Actor(Role.MERCHANT, MERCHANT));
    assertThat(issue.scope()).isEqualTo(Scope.ofMerchants(Samples.NOODLE_BAR));
    assertThat(issue.toString()).doesNotContain(key.substring(30, 60));
    assertThat(Duration.between(Instant.now(), issue.expiresAt()))
        .isGreaterThan(Duration.ofDays(89));
    var sent = engine.messages().getLast();
    assertThat(((MarkReady) sent.getPayload()).merchantId()).isEqualTo(Samples.NOODLE_BAR);
    assertThat(sent.getMetaData().get(MetaKeys.ACTOR)).isEqualTo("merchant:" + MERCHANT);
    assertThat(sent.getMetaData().get(MetaKeys.API_KEY)).isEqualTo(issue.keyId().value());
  }

  @Test
  void aKeyMayNoMoreThanItIsFor() {
    String key = kitchenKey();

    expectProblem(by(key, HttpMethod.POST, "/v1/merchants/noodle-bar/open"), 403, "forbidden");
    expectProblem(by(key, HttpMethod.GET, "/v1/orders"), 403, "forbidden");
    expectProblem(by(key, HttpMethod.POST, "/v1/developer/keys"), 403, "forbidden");
  }

  @Test
  void nobodyGivesAKeyMoreThanTheyHave() {
    refused("{\"label\":\"x\",\"permissions\":[\"orders:read-any\"]}", "permissions");
    refused("{\"label\":\"x\",\"permissions\":[\"keys:manage\"]}", "permissions");
    refused("{\"label\":\"x\",\"permissions\":[\"me:enrol\"]}", "permissions");
    refused(
        "{\"label\":\"x\",\"permissions\":[\"kitchen:run\"],\"scope\":\"merchant:other\"}",
        "scope");
    refused("{\"label\":\"x\",\"permissions\":[\"kitchen:run\"],\"scope\":\"all\"}", "scope");
    refused(
        "{\"label\":\"x\",\"permissions\":[\"kitchen:run\"],\"ttlSeconds\":99999999}",
        "ttlSeconds");
    expectProblem(
        post(
            Role.MERCHANT,
            MERCHANT,
            "/v1/developer/keys",
            "{\"label\":\"x\",\"permissions\":[\"kitchen:run\"],\"owner\":\"developer:dora\"}"),
        403,
        "forbidden");
    assertThat(engine.commands()).isEmpty();
  }

  private void refused(String body, String field) {
    expectProblem(
        post(Role.MERCHANT, MERCHANT, "/v1/developer/keys", body), 422, "invalid-value", field);
  }

  @Test
  void nobodyHasMoreThanFiftyGoodKeys() {
    String kitchen = "{\"label\":\"x\",\"permissions\":[\"kitchen:run\"]}";
    engine.answer(
        ListApiKeys.class,
        q ->
            q.cursor() == null
                ? new ApiKeyPage(Collections.nCopies(30, keyUntil(Instant.MAX)), "more")
                : new ApiKeyPage(Collections.nCopies(20, keyUntil(Instant.MAX)), null));
    expectProblem(
        post(Role.MERCHANT, MERCHANT, "/v1/developer/keys", kitchen), 409, "too-many-keys");
    assertThat(engine.commands()).isEmpty();

    engine.answer(
        ListApiKeys.class,
        _ -> new ApiKeyPage(Collections.nCopies(60, keyUntil(Instant.EPOCH)), null));
    post(Role.MERCHANT, MERCHANT, "/v1/developer/keys", kitchen).expectStatus().isCreated();
  }

  private static ApiKeyView keyUntil(Instant expiresAt) {
    return new ApiKeyView(
        new ApiKeyId("key-1"),
        new Actor(Role.MERCHANT, MERCHANT),
        "x",
        List.of(Permission.KITCHEN_RUN),
        Scope.OWN,
        "hash",
        Instant.EPOCH,
        expiresAt,
        null);
  }

  @Test
  void anAdminMakesADeveloperTheirFirstKey() {
    JsonNode answer =
        issued(
            Role.ADMIN,
            "root",
            """
            {"label":"first","permissions":["orders:read","kitchen:run"],
             "owner":"developer:dora","scope":"merchant:noodle-bar"}
            """);
    engine.answer(GetOrder.class, _ -> Samples.order(OrderStage.SUBMITTED, null));

    by(answer.path("key").asString(), HttpMethod.GET, "/v1/orders/order-1").expectStatus().isOk();
    assertThat(answer.path("owner").asString()).isEqualTo("developer:dora");
    assertThat(answer.path("permissions").get(1).asString()).isEqualTo("kitchen:run");
  }

  @Test
  void aRevokedKeyIsGoodForNothingAtOnce() {
    String key = kitchenKey();
    String id = key.substring(6, 22);
    engine.answer(GetApiKey.class, _ -> null);

    expectProblem(revoke(Role.MERCHANT, "somebody-else", id), 404, "unknown-api-key");
    by(key, HttpMethod.POST, "/v1/orders/order-1/ready").expectStatus().isOk();
    revoke(Role.MERCHANT, MERCHANT, id).expectStatus().isOk();
    expectProblem(by(key, HttpMethod.POST, "/v1/orders/order-1/ready"), 401, "key-invalid");
    assertThat(engine.commands()).hasAtLeastOneElementOfType(RevokeApiKey.class);
  }

  private ResponseSpec revoke(Role role, String owner, String key) {
    return delete(role, owner, "/v1/developer/keys/" + key);
  }

  @Test
  void aKeyThatIsWrongOrOldIsRefused() {
    String key = kitchenKey();
    char last = key.charAt(key.length() - 1);
    ResponseSpec response =
        by(key.substring(0, 94) + (last == '0' ? '1' : '0'), HttpMethod.GET, "/v1/orders");
    response.expectHeader().valueMatches("WWW-Authenticate", "ApiKey.*");
    expectProblem(response, 401, "key-invalid");
    expectProblem(by("antar_x", HttpMethod.GET, "/v1/orders"), 401, "key-invalid");
    expectProblem(by("", HttpMethod.GET, "/v1/orders"), 401, "token-missing");

    engine.answer(GetApiKey.class, query -> expired((GetApiKey) query));
    expectProblem(by(ApiKeyExamples.WELL_FORMED, HttpMethod.GET, "/v1/orders"), 401, "key-expired");
  }

  private static ApiKeyView expired(GetApiKey query) {
    return new ApiKeyView(
        query.keyId(),
        new Actor(Role.MERCHANT, MERCHANT),
        "old",
        List.of(Permission.ORDERS_READ),
        Scope.OWN,
        ApiKeyExamples.HASH,
        Samples.NOON,
        Instant.now().minusSeconds(1),
        null);
  }

  @Test
  void theUseOfAKeyIsWrittenAtMostOnceAMinute() {
    String key = kitchenKey();
    String id = key.substring(6, 22);
    for (int i = 0; i < 5; i++) {
      by(key, HttpMethod.POST, "/v1/orders/order-1/ready").expectStatus().isOk();
    }
    await()
        .untilAsserted(
            () -> assertThat(uses.noted()).filteredOn(it -> it.value().equals(id)).hasSize(1));
  }
}
