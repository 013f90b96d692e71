package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.infra.engine.Api.Answer;
import id.antar.infra.engine.Api.Caller;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// API keys with their stored use, and that the aggregates know whose they are.
class KeysAndOwnershipIT {
  private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
  private static final String MERCHANT = "key-bar-" + RUN;
  private static final String HERE = "{\"latitude\":43.7345,\"longitude\":7.4210}";

  /// What merchants do to orders, and with what.
  private static final Map<String, String> KITCHEN =
      Map.of(
          "confirm",
          "{\"readyAt\":\"2030-01-01T00:00:00Z\"}",
          "reject",
          "{\"reason\":\"x\"}",
          "start",
          "{}",
          "ready-time",
          "{\"readyAt\":\"2030-01-01T00:00:00Z\"}",
          "ready",
          "{}",
          "cancel",
          "{\"reason\":\"x\"}");

  private final Api api = TestEngine.api();
  private final Caller merchant = api.as("merchant", MERCHANT);

  @Test
  void aKeyIsUsedListedAndRevoked() {
    JsonNode issued =
        merchant
            .post("/v1/developer/keys", "{\"label\":\"till\",\"permissions\":[\"kitchen:run\"]}")
            .ok();
    Caller till = api.byKey(issued.path("key").asString());

    assertThat(till.post("/v1/orders/none-" + RUN + "/ready", "{}").status()).isEqualTo(404);
    assertThat(till.get("/v1/orders").status()).isEqualTo(403);
    await()
        .untilAsserted(() -> assertThat(listed().path("lastUsedAt").asString("")).startsWith("20"));
    assertThat(listed().path("scope").asString()).isEqualTo("merchant:" + MERCHANT);
    assertThat(merchant.get("/v1/developer/keys").body()).doesNotContain(secret(issued));

    merchant.delete("/v1/developer/keys/" + issued.path("keyId").asString()).ok();
    assertThat(till.get("/v1/orders").status()).isEqualTo(401);
    await().until(() -> !listed().path("revokedAt").asString("").isEmpty());
    assertThat(till.get("/v1/orders").json().path("code").asString()).isEqualTo("key-invalid");
  }

  private static String secret(JsonNode issued) {
    return issued.path("key").asString().substring(23);
  }

  private JsonNode listed() {
    return merchant.get("/v1/developer/keys").ok().path("keys").path(0);
  }

  @Test
  void anothersOrderIsAnsweredLikeOneThatDoesNotExist() {
    String order = order();
    String absent = "none-" + RUN;
    List<Caller> others =
        List.of(api.as("merchant", "other-bar-" + RUN), api.as("supervisor", "sam-" + RUN));
    for (Caller other : others) {
      KITCHEN.forEach((act, body) ->
          assertThat(plain(other.post("/v1/orders/" + order + "/" + act, body), order))
              .isEqualTo(plain(other.post("/v1/orders/" + absent + "/" + act, body), absent))
              .startsWith("404"));
      assertThat(plain(other.get("/v1/orders/" + order), order))
          .isEqualTo(plain(other.get("/v1/orders/" + absent), absent))
          .startsWith("404");
    }
    Caller stranger = api.as("customer", "eve-" + RUN);
    String cancel = "{\"reason\":\"x\"}";
    assertThat(plain(stranger.post("/v1/orders/" + order + "/cancel", cancel), order))
        .isEqualTo(plain(stranger.post("/v1/orders/" + absent + "/cancel", cancel), absent))
        .startsWith("404");
  }

  private static String plain(Answer answer, String id) {
    return answer.status()
        + answer
            .body()
            .replace(id, "{id}")
            .replaceAll("\"(requestId|timestamp)\":\"[^\"]*\",?", "");
  }

  private String order() {
    merchant
        .post(
            "/v1/merchants",
            """
            {"name":"Key Bar","location":%s,"deliveryFee":{"minor":250,"currency":"EUR"},
             "prepTime":"PT5M"}\
            """
                .formatted(HERE))
        .ok();
    merchant
        .put(
            "/v1/merchants/" + MERCHANT + "/products/ramen",
            "{\"name\":\"Ramen\",\"price\":{\"minor\":1250,\"currency\":\"EUR\"}}")
        .ok();
    merchant.post("/v1/merchants/" + MERCHANT + "/open", "{}").ok();
    return api.as("customer", "key-ada-" + RUN)
        .post(
            "/v1/orders",
            """
            {"merchantId":"%s",
             "basket":[{"productId":"ramen","quantity":1,
                        "unitPrice":{"minor":1250,"currency":"EUR"}}],
             "recipient":{"name":"Ada","phone":"+377 22 22"},
             "dropoff":{"point":{"latitude":43.7400,"longitude":7.4270},"text":"2 Avenue"},
             "payment":{"method":"cash","token":""}}\
            """
                .formatted(MERCHANT))
        .ok()
        .path("orderId")
        .asString();
  }
}
