package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.infra.engine.Api.Caller;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The parties of an order talk while it lives and review each other afterwards, over the public
/// interface.
class TalkIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
  private static final String MERCHANT = "chatty-bar-" + RUN;
  private static final String COURIER = "chatty-courier-" + RUN;
  private static final String HERE = "{\"latitude\":43.7345,\"longitude\":7.4210}";

  private final Api api = TestEngine.api();
  private final Caller merchant = api.as("merchant", MERCHANT);
  private final Caller customer = api.as("customer", "chatty-" + RUN);
  private final Caller stranger = api.as("customer", "stranger-" + RUN);
  private final Caller courier = api.as("courier", COURIER);
  private final Caller operator = api.operator();
  private String order = "";
  private String trip = "";
  private @Nullable String cursor;

  @BeforeEach
  void anOrderIsOnItsWay() {
    merchant
        .post(
            "/v1/merchants",
            """
            {"merchantId":"%s","name":"Chatty Bar","description":"Talk","phone":"+377 11 11",
             "address":"1 Rue","location":%s,"deliveryFee":{"minor":250,"currency":"EUR"},
             "prepTime":"PT5M"}\
            """
                .formatted(MERCHANT, HERE))
        .ok();
    merchant
        .put(
            "/v1/merchants/" + MERCHANT + "/products/tea",
            """
            {"name":"Tea","description":"","price":{"minor":300,"currency":"EUR"},"imageUrl":"",
             "available":true}\
            """)
        .ok();
    merchant.post("/v1/merchants/" + MERCHANT + "/open", "{}").ok();
    courier
        .post(
            "/v1/couriers",
            """
            {"courierId":"%s","fullName":"Carlo","phone":"+377 33 33","vehicle":"scooter",
             "capacity":2}\
            """
                .formatted(COURIER))
        .ok();
    courier.post("/v1/couriers/" + COURIER + "/shift/start", "{}").ok();
    order = place();
    merchant.post("/v1/orders/" + order + "/confirm", "{\"readyAt\":\"%s\"}".formatted(now())).ok();
    merchant.post("/v1/orders/" + order + "/ready", "{}").ok();
    trip = new Phone(api, courier, COURIER).awaitOffer(order);
    courier.post("/v1/assignments/" + trip + "/accept", "{}").ok();
  }

  @AfterEach
  void theCourierGoesHome() {
    courier.post("/v1/couriers/" + COURIER + "/shift/end", "{}").ok();
  }

  @Test
  void theyTalkWhileItLivesAndReviewEachOtherAfterwards() throws IOException {
    talk();
    assertThat(review(customer, "merchant", 5).status()).isEqualTo(409);
    for (String step : new String[] {"pickup", "dropoff"}) {
      courier.post("/v1/assignments/" + trip + "/orders/" + order + "/" + step, "{}").ok();
    }
    await()
        .atMost(PATIENCE)
        .until(() -> get(customer, "").path("stage").asString().equals("delivered"));
    reviewEachOther();
  }

  private void talk() throws IOException {
    List<JsonNode> heard = new ArrayList<>();
    try (StreamLine line = follow()) {
      var key = UUID.randomUUID().toString();
      var said = say(customer, "The bell is broken.", key).ok();
      assertThat(say(customer, "The bell is broken.", key).ok()).isEqualTo(said);
      listen(line, heard, 1);
      assertThat(heard.getFirst().path("messageId")).isEqualTo(said.path("messageId"));
      await().atMost(PATIENCE).until(() -> say(courier, "I call you.").status() == 201);
      listen(line, heard, 2);
    }
    say(merchant, "It is packed.").ok();
    courier.post(messages() + "/read", "{\"upTo\":3}").ok();
    try (StreamLine line = follow()) {
      listen(line, heard, 4);
    }
    assertThat(heard)
        .extracting(frame -> frame.path("text").asString(frame.path("upTo").asString("")))
        .containsExactly("The bell is broken.", "I call you.", "It is packed.", "3");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(get(merchant, "/messages").path("messages").get(0).path("readBy").toString())
                .isEqualTo("[\"courier\"]"));
    assertThat(get(operator, "/messages").path("messages")).hasSize(3);
    assertThat(say(stranger, "Hello?").status()).isEqualTo(404);
    assertThat(stranger.get(messages()).status()).isEqualTo(404);
  }

  private void reviewEachOther() {
    var ofMerchant = review(customer, "merchant", 5).ok().path("reviewId").asString();
    review(customer, "courier", 4).ok();
    review(courier, "customer", 3).ok();
    assertThat(review(stranger, "merchant", 1).status()).isEqualTo(404);
    assertThat(review(customer, "merchant", 1).status()).isEqualTo(409);
    customer.put("/v1/reviews/" + ofMerchant, "{\"rating\":2,\"comment\":\"Cold.\"}").ok();

    merchant.post("/v1/reviews/" + ofMerchant + "/answer", "{\"answer\":\"Sorry!\"}").ok();
    assertThat(
            merchant.post("/v1/reviews/" + ofMerchant + "/answer", "{\"answer\":\"No.\"}").status())
        .isEqualTo(409);

    awaitRating("{\"count\":1,\"meanHundredths\":200,\"histogram\":[0,1,0,0,0]}");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(stranger.get("/v1/merchants/" + MERCHANT + "/reviews").body())
                .contains("\"comment\":\"Cold.\"", "\"answer\":\"Sorry!\"")
                .doesNotContain("chatty-" + RUN, order));
    await().atMost(PATIENCE).until(() -> get(operator, "/reviews").path("reviews").size() == 3);
    assertThat(get(customer, "/reviews").path("reviews")).hasSize(2);

    operator.post("/v1/reviews/" + ofMerchant + "/hide", "{\"reason\":\"abusive\"}").ok();
    awaitRating("{\"count\":0,\"meanHundredths\":null,\"histogram\":[0,0,0,0,0]}");
    assertThat(stranger.get("/v1/merchants/" + MERCHANT + "/reviews").ok().path("reviews"))
        .isEmpty();
  }

  private void awaitRating(String rating) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(stranger.get("/v1/merchants/" + MERCHANT).ok().path("rating").toString())
                .isEqualTo(rating));
  }

  private Api.Answer review(Caller author, String subject, int rating) {
    return author.post(
        "/v1/orders/" + order + "/reviews",
        "{\"subject\":\"%s\",\"rating\":%d,\"comment\":\"Fine.\"}".formatted(subject, rating));
  }

  private Api.Answer say(Caller author, String text) {
    return say(author, text, UUID.randomUUID().toString());
  }

  private Api.Answer say(Caller author, String text, String key) {
    return author.post(messages(), "{\"text\":\"" + text + "\"}", key);
  }

  private String messages() {
    return "/v1/orders/" + order + "/messages";
  }

  /// The customer's line, from where the last one was torn.
  private StreamLine follow() throws IOException {
    String port =
        String.valueOf(TestEngine.context().getEnvironment().getProperty("local.server.port"));
    StreamLine line = StreamLine.webSocket(Integer.parseInt(port), customer.token());
    line.expire(PATIENCE);
    assertThat(line.open()).isEqualTo(101);
    String resume = cursor == null ? "" : ",\"resume\":\"" + cursor + "\"";
    line.send("{\"type\":\"subscribe\",\"topic\":\"order:%s\"%s}".formatted(order, resume));
    Instant late = Instant.now().plus(PATIENCE);
    while (cursor == null) {
      assertThat(Instant.now()).isBefore(late);
      JsonNode frame = JsonMapper.shared().readTree(line.next().json());
      // A heartbeat may come before, and says nothing of what was not yet subscribed.
      boolean isLive = frame.path("type").asString().equals("subscribed");
      cursor = isLive ? frame.path("cursor").asString() : null;
    }
    return line;
  }

  /// Until so much was said. Who only hears the line's heartbeat has waited long enough some time.
  private void listen(StreamLine line, List<JsonNode> heard, int most) throws IOException {
    Instant late = Instant.now().plus(PATIENCE);
    while (heard.size() < most) {
      assertThat(Instant.now()).as("heard so far: %s", heard).isBefore(late);
      JsonNode frame = JsonMapper.shared().readTree(line.next().json());
      boolean isFact = frame.has("topic") && frame.has("cursor");
      cursor = isFact ? frame.path("cursor").asString() : cursor;
      if (frame.path("type").asString().equals("chat")) {
        heard.add(frame);
      }
    }
  }

  private String place() {
    String placed =
        customer
            .post(
                "/v1/orders",
                """
                {"merchantId":"%s",
                 "basket":[{"productId":"tea","quantity":1,
                            "unitPrice":{"minor":300,"currency":"EUR"}}],
                 "recipient":{"name":"Ada","phone":"+377 22 22"},
                 "dropoff":{"point":{"latitude":43.7400,"longitude":7.4270},"text":"2 Avenue"},
                 "payment":{"method":"cash"}}\
                """
                    .formatted(MERCHANT))
            .ok()
            .path("orderId")
            .asString();
    await()
        .atMost(PATIENCE)
        .until(() -> customer.get("/v1/orders/" + placed).body().contains("\"submitted\""));
    return placed;
  }

  private JsonNode get(Caller caller, String path) {
    return caller.get("/v1/orders/" + order + path).ok();
  }

  private Instant now() {
    return Instant.parse(operator.get("/v1/clock").ok().path("now").asString());
  }
}
