package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.antar.infra.cli.FolderSearch;
import id.antar.infra.cli.OpsTool;
import id.antar.infra.engine.Api.Caller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Somebody lives in an engine, asks to be forgotten, and then is nowhere in all it has left, also
/// if it is killed the moment it has said that it will.
class ErasureIT {
  private static final String NAME = "erasure";

  private static final String EMAIL = "zoe.quill@example.com";
  private static final String PASSWORD = "mango tower 7 river";
  private static final String CHAT = "Leave it under the wisteria, please";
  private static final String COMMENT = "My soup was colder than the wisteria";

  /// Her registration is parked by a view that cannot digest it.
  private static final String NAME_OF_ZOE = PoisonConfiguration.INDIGESTIBLE;

  private static final String ZOES_ADDRESS = "127.77.43.21";
  private static final List<String> ZOES =
      List.of(
          EMAIL,
          CHAT,
          COMMENT,
          NAME_OF_ZOE,
          "Quillfeather",
          "+377 9142 7706",
          "Zoë at work",
          "17 Sentier des Engoulevents",
          "The bell under the wisteria",
          "Quillphone/7.3",
          ZOES_ADDRESS);
  private static final String BARNABYS = "Barnaby Rusticana";
  private static final String PLANTED = "Wagtail & Bullfinch Kitchen";
  private static final String HERE = "{\"latitude\":43.7345,\"longitude\":7.4210}";
  private static final String THERE = "{\"latitude\":43.7400,\"longitude\":7.4270}";
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @Test
  void whoIsForgottenIsNowhereAndHistoryStays() throws Exception {
    TestEngine.clear(NAME);
    int search = freePort();
    EngineProcess first = start(search);
    Life life;
    try {
      life = live(first.awaitReady());
    } finally {
      first.kill();
    }
    EngineProcess second = start(search);
    try {
      forgotten(second.awaitReady(), life, search);
    } finally {
      second.stop();
    }

    assertThat(found(ZOES)).isEmpty();
    assertThat(found(List.of(life.secret()))).isEmpty();
    assertThat(found(List.of(PLANTED))).as("the search finds what is there").isNotEmpty();

    EngineProcess third = start(search);
    try {
      remember(third.awaitReady(), life);
      assertThat(OpsTool.run("rebuild", "--verify", "--antar.work=" + TestEngine.work(NAME)))
          .isZero();
      assertThat(OpsTool.run("rebuild", "--antar.work=" + TestEngine.work(NAME))).isZero();
      remember(third.awaitReady(), life);
      comeAgain(third.awaitReady(), life);
    } finally {
      third.stop();
    }
    TestEngine.clear(NAME);
  }

  private static EngineProcess start(int search) throws IOException {
    return EngineProcess.startPoisoned(
        NAME, 20, "--antar.elasticsearch.port=" + search, "--antar.gateway.limits.shared=true");
  }

  /// @param order that was delivered
  /// @param secret of a second factor
  private record Life(String id, String order, JsonNode session, String secret) {}

  private static List<FolderSearch.Finding> found(List<String> texts) throws IOException {
    return new FolderSearch(texts).in(TestEngine.work(NAME)).findings();
  }

  private Life live(Api api) throws Exception {
    AccountHolder holder = holder(zoesPhone(api));
    holder.signUp(NAME_OF_ZOE, "+377 9142 7706");
    signOutEverywhere(api, holder);
    JsonNode session = holder.refresh(holder.signIn()).ok();
    String id = session.path("subject").asString();
    Caller zoe = zoesPhone(api).holderOf(session.path("accessToken").asString());
    Caller barnaby = api.as("customer", "barnaby");
    Caller kitchen = api.as("merchant", "kitchen");
    Caller courier = api.as("courier", "carlo");
    open(kitchen);
    barnaby.post("/v1/customers", person(BARNABYS, "+377 5555 0000")).ok();

    String declined = place(zoe, NAME_OF_ZOE, "sandbox-declined");
    awaitStage(zoe, declined, "cancelled");
    String cancelled = place(zoe, "Zoë at work", "sandbox-ok");
    awaitStage(zoe, cancelled, "submitted");
    zoe.post("/v1/orders/" + cancelled + "/messages", "{\"text\":\"" + CHAT + "\"}").ok();
    assertThat(zoe.delete("/v1/me").status()).isEqualTo(409);
    assertThat(zoe.delete("/v1/me").body()).contains("person-still-involved", "order:" + cancelled);
    zoe.post("/v1/orders/" + cancelled + "/cancel", "{\"reason\":\"changed my mind\"}").ok();
    awaitStage(zoe, cancelled, "cancelled");
    String order = place(zoe, NAME_OF_ZOE, "sandbox-ok");
    deliver(api, order, zoe, kitchen, courier);
    review(zoe, order);
    holder.askForAReset();
    JsonNode proposed =
        zoe.post("/v1/auth/second-factor", "{\"password\":\"" + PASSWORD + "\"}").ok();
    awaitStage(barnaby, place(barnaby, BARNABYS, "sandbox-declined"), "cancelled");

    assertThat(api.operator().get("/v1/ops/processors").body()).contains("query.register");
    assertThat(parked(api)).isPositive();
    String export = zoe.get("/v1/me/export").body();
    assertThat(export)
        .contains("OrderPlaced", "OrderDelivered")
        .contains(ZOES)
        .doesNotContain(BARNABYS);

    assertThat(holder.mails()).isNotEmpty();
    assertThat(found(List.of(EMAIL))).as("her mails are found").isNotEmpty();
    await().atMost(PATIENCE).until(() -> zoe.delete("/v1/me").status() == 202);
    return new Life(id, order, session, proposed.path("secret").asString());
  }

  /// Another session's stream hears of it by the events.
  private static void signOutEverywhere(Api api, AccountHolder holder) throws IOException {
    String tablet = holder.signIn().path("accessToken").asString();
    try (StreamLine line = StreamLine.webSocket(URI.create(api.url()).getPort(), tablet)) {
      line.expire(PATIENCE);
      assertThat(line.open()).isEqualTo(101);
      line.send("{\"type\":\"ping\"}");
      assertThat(line.next().json()).contains("type");
      String phone = holder.signIn().path("accessToken").asString();
      api.holderOf(phone).post("/v1/auth/sign-out-everywhere", "").ok();
      assertThatThrownBy(() -> listen(line)).hasMessage("4003 access-ended");
    }
    assertThat(api.holderOf(tablet).get("/v1/auth/sessions").body()).contains("session-ended");
  }

  private static void listen(StreamLine line) throws IOException {
    while (!line.next().json().isEmpty()) {
      // Signs of life.
    }
  }

  private static void review(Caller zoe, String order) {
    zoe.post(
            "/v1/orders/" + order + "/reviews",
            "{\"subject\":\"merchant\",\"rating\":2,\"comment\":\"" + COMMENT + "\"}")
        .ok();
  }

  private void forgotten(Api api, Life life, int search) throws Exception {
    AccountHolder holder = holder(zoesPhone(api));
    await().atMost(PATIENCE).until(() -> nameOf(api, life.id()).isNull());
    Api.Answer refused =
        await().atMost(PATIENCE).until(holder::tryToSignIn, it -> it.status() == 401);
    assertThat(said(refused)).isEqualTo(said(holder.tryToSignIn("nobody@example.com")));
    await().atMost(PATIENCE).until(() -> holder.refresh(life.session()).status() == 401);
    String token = life.session().path("accessToken").asString();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(api.holderOf(token).get("/v1/auth/sessions").body())
                .contains("session-ended"));
    assertThat(holder.mails()).isEmpty();
    leavesNothing(api, zoesPhone(api).as("customer", life.id()));
    assertThat(documents(search)).contains("wagtail").doesNotContain("quillfeather", "sentier");
  }

  private static String said(Api.Answer answer) {
    return answer.json().path("code").asString() + " " + answer.json().path("detail").asString();
  }

  private static void comeAgain(Api api, Life life) {
    AccountHolder again = holder(api);
    again.signUp("Somebody Else", "+377 1111");
    assertThat(again.signIn().path("subject").asString()).isNotEqualTo(life.id());
  }

  private static AccountHolder holder(Api api) {
    return new AccountHolder(api, TestEngine.work(NAME), EMAIL, PASSWORD);
  }

  /// By a token of no session, such as development has.
  private void leavesNothing(Api api, Caller zoe) {
    zoe.delete("/v1/me").ok();
    Api.Answer late = zoe.post("/v1/customers", person(NAME_OF_ZOE, "+377 9142 7706"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("person-is-forgotten").doesNotContain("Quillfeather");
    assertThat(zoe.get("/v1/me/export").body()).contains("OrderPlaced").doesNotContain(ZOES);
    assertThat(nameOf(api, "barnaby").asString()).isEqualTo(BARNABYS);
  }

  private void remember(Api api, Life life) {
    JsonNode view = api.operator().get("/v1/orders/" + life.order()).ok();
    assertThat(view.path("stage").asString()).isEqualTo("delivered");
    assertThat(view.path("recipient").isNull()).isTrue();
    assertThat(view.path("dropoff").isNull()).isTrue();
    assertThat(view.path("lines").get(0).path("name").asString()).isEqualTo("Ramen");
    assertThat(api.operator().get("/v1/orders/" + life.order() + "/timeline").body())
        .contains("OrderPlaced", "OrderDelivered");
    assertThat(nameOf(api, life.id()).isNull()).isTrue();
    assertThat(nameOf(api, "barnaby").asString()).isEqualTo(BARNABYS);
  }

  private static JsonNode nameOf(Api api, String customer) {
    return api.operator().get("/v1/customers/" + customer).ok().path("name");
  }

  private static long parked(Api api) {
    JsonNode all = api.operator().get("/v1/ops/processors").ok().path("processors");
    return all.valueStream().mapToLong(it -> it.path("deadLetters").asLong()).sum();
  }

  private static Api zoesPhone(Api api) throws IOException {
    HttpClient http =
        HttpClient.newBuilder().localAddress(InetAddress.getByName(ZOES_ADDRESS)).build();
    return api.by(http, "Quillphone/7.3");
  }

  private static String person(String name, String phone) {
    return "{\"name\":\"%s\",\"phone\":\"%s\"}".formatted(name, phone);
  }

  private static void open(Caller kitchen) {
    kitchen
        .post(
            "/v1/merchants",
            """
            {"merchantId":"kitchen","name":"%s","description":"Noodles","phone":"+377 11 11",
             "address":"1 Rue","location":%s,"deliveryFee":{"minor":250,"currency":"EUR"},
             "prepTime":"PT5M"}\
            """
                .formatted(PLANTED, HERE))
        .ok();
    kitchen
        .put(
            "/v1/merchants/kitchen/products/ramen",
            """
            {"name":"Ramen","description":"Broth","price":{"minor":1250,"currency":"EUR"},
             "imageUrl":"","available":true}\
            """)
        .ok();
    kitchen.post("/v1/merchants/kitchen/open", "{}").ok();
  }

  private static String place(Caller customer, String name, String token) {
    return customer
        .post(
            "/v1/orders",
            """
            {"merchantId":"kitchen",
             "basket":[{"productId":"ramen","quantity":2,
                        "unitPrice":{"minor":1250,"currency":"EUR"}}],
             "recipient":{"name":"%s","phone":"+377 9142 7706"},
             "dropoff":{"point":%s,"text":"17 Sentier des Engoulevents",
                        "note":"The bell under the wisteria"},
             "payment":{"method":"card","token":"%s"}}\
            """
                .formatted(name, THERE, token))
        .ok()
        .path("orderId")
        .asString();
  }

  private static void awaitStage(Caller customer, String order, String stage) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            customer.get("/v1/orders/" + order).json().path("stage").asString("").equals(stage));
  }

  private static void deliver(Api api, String order, Caller zoe, Caller kitchen, Caller courier) {
    awaitStage(zoe, order, "submitted");
    kitchen
        .post("/v1/orders/" + order + "/confirm", "{\"readyAt\":\"%s\"}".formatted(now(api)))
        .ok();
    courier
        .post(
            "/v1/couriers",
            """
            {"courierId":"carlo","fullName":"Carlo","phone":"+377 33 33","licensePlate":"MC 1",
             "vehicle":"scooter","capacity":2}\
            """)
        .ok();
    courier.post("/v1/couriers/carlo/shift/start", "{}").ok();
    String trip = new Phone(api, courier, "carlo").awaitOffer(order);
    courier.post("/v1/assignments/" + trip + "/accept", "{}").ok();
    for (String step : new String[] {"pickup", "dropoff"}) {
      courier.post("/v1/assignments/" + trip + "/orders/" + order + "/" + step, "{}").ok();
    }
    awaitStage(zoe, order, "delivered");
    courier.post("/v1/couriers/carlo/shift/end", "{}").ok();
  }

  private static String now(Api api) {
    return api.operator().get("/v1/clock").ok().path("now").asString();
  }

  /// Everything that the search server holds, which packs it so that no search through files sees
  /// it.
  private static String documents(int port) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/_all/_search?size=1000"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"))
            .build();
    return HttpClient.newHttpClient()
        .send(request, BodyHandlers.ofString())
        .body()
        .toLowerCase(Locale.ROOT);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
