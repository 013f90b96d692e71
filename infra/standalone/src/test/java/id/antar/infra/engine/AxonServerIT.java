package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.infra.cluster.axonserver.GivenServer;
import id.antar.infra.cluster.axonserver.Relay;
import id.antar.infra.engine.Api.Answer;
import id.antar.infra.engine.Api.Caller;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.startup.EngineStart;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A gateway, a process for commands and one for queries, with a real Axon Server between them.
class AxonServerIT {
  private static final String MERCHANT = "noodle-bar";
  private static final String CUSTOMER = "ada";
  private static final String HERE = "{\"latitude\":43.7345,\"longitude\":7.4210}";

  private final List<ConfigurableApplicationContext> running = new ArrayList<>();
  private final List<String> shared =
      new ArrayList<>(
          List.of(
              "--antar.cluster.name=axon-" + UUID.randomUUID(),
              "--antar.log.chained=false",
              "--antar.cluster.answer-within=PT5S",
              "--ANTAR_MASTER_KEY=" + key(),
              "--ANTAR_ACCOUNT_KEY=" + key()));
  private final Clock clockBefore = GenericEventMessage.clock;

  @AfterEach
  void stop() {
    running.reversed().forEach(ConfigurableApplicationContext::close);
    GenericEventMessage.clock = clockBefore;
  }

  private ConfigurableApplicationContext start(String roles, String... more) {
    String name = "axon-" + roles.replace(',', '-');
    TestEngine.clear(name);
    List<String> options = new ArrayList<>(TestEngine.options(name, 20));
    options.addAll(shared);
    options.add("--antar.roles=" + roles);
    options.addAll(List.of(more));
    ConfigurableApplicationContext process =
        EngineStart.application().run(options.toArray(String[]::new));
    running.add(process);
    return process;
  }

  private static String key() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String url(ConfigurableApplicationContext process) {
    return "http://localhost:" + process.getEnvironment().getProperty("local.server.port");
  }

  private static JsonNode health(ConfigurableApplicationContext process, int status) {
    return await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> answer(url(process) + "/health"), it -> it.statusCode() == status)
        .body()
        .transform(JsonMapper.shared()::readTree)
        .path("components");
  }

  private static HttpResponse<String> answer(String url) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }
  }

  @Test
  void anOrderGoesThroughTheServerAndAnOutageOfItIsOne() throws Exception {
    try (var way = new Relay(GivenServer.require())) {
      shared.addAll(GivenServer.options(way.address()));
      ConfigurableApplicationContext command = start("command", "--antar.mysql.port=" + freePort());
      DatabaseAddress database = command.getBean(DatabaseAddress.class);
      shared.add(
          "--antar.mysql.url=mysql://%s:%s@127.0.0.1:%d/%s"
              .formatted(
                  database.user(), database.password(), database.port(), database.database()));
      start("query", "--antar.elasticsearch.port=" + freePort());
      ConfigurableApplicationContext gateway = start("gateway,dispatch");
      assertThat(health(gateway, 200).path("axonServer").path("status").asString()).isEqualTo("UP");
      await()
          .untilAsserted(() ->
              assertThat(health(gateway, 200).path("cluster").path("details").path("processes"))
                  .hasSize(3));
      var api = new Api(url(gateway), TestEngine.tokens("axon-gateway-dispatch"));
      Caller merchant = api.as("merchant", MERCHANT);
      Caller customer = api.as("customer", CUSTOMER);
      settle(merchant, customer);

      awaitStage(customer, placed(order(customer, "first", "ramen")), "submitted");
      Answer refused = order(customer, "unknown", "sushi");
      assertThat(refused.status()).as(refused.body()).isBetween(400, 499);
      assertThat(refused.json().path("type").asString()).as(refused.body()).contains("product");
      assertThat(customer.get("/v1/orders/nobody-knows").status()).isEqualTo(404);

      way.close();
      assertThat(health(gateway, 503).path("axonServer").path("status").asString())
          .isEqualTo("OUT_OF_SERVICE");
      Answer out = order(customer, "second", "ramen");
      assertThat(out.status()).as(out.body()).isEqualTo(503);

      way.open();
      assertThat(health(gateway, 200).path("axonServer").path("status").asString()).isEqualTo("UP");
      assertThat(health(command, 200).path("axonServer").path("status").asString()).isEqualTo("UP");
      awaitStage(customer, placed(order(customer, "second", "ramen")), "submitted");
    }
  }

  private static void settle(Caller merchant, Caller customer) {
    merchant
        .post(
            "/v1/merchants",
            """
            {"merchantId":"%s","name":"Noodle Bar","description":"Noodles","phone":"+377 11 11",
             "address":"1 Rue","location":%s,"deliveryFee":{"minor":250,"currency":"EUR"},
             "prepTime":"PT5M"}\
            """
                .formatted(MERCHANT, HERE))
        .ok();
    merchant
        .put(
            "/v1/merchants/" + MERCHANT + "/products/ramen",
            """
            {"name":"Ramen","description":"Broth","price":{"minor":1250,"currency":"EUR"},
             "imageUrl":"","available":true}\
            """)
        .ok();
    merchant.post("/v1/merchants/" + MERCHANT + "/open", "{}").ok();
    customer
        .post(
            "/v1/customers",
            "{\"customerId\":\"%s\",\"name\":\"Ada Lovelace\",\"phone\":\"+377 22 22\"}"
                .formatted(CUSTOMER))
        .ok();
  }

  private static Answer order(Caller customer, String key, String product) {
    return customer.post(
        "/v1/orders",
        """
        {"merchantId":"%s",
         "basket":[{"productId":"%s","quantity":2,"unitPrice":{"minor":1250,"currency":"EUR"}}],
         "recipient":{"name":"Ada Lovelace","phone":"+377 22 22"},
         "dropoff":{"point":%s,"text":"2 Avenue","note":""},
         "payment":{"method":"card","token":"sandbox-ok"}}\
        """
            .formatted(MERCHANT, product, HERE),
        key);
  }

  private static String placed(Answer answer) {
    return answer.ok().path("orderId").asString();
  }

  private static void awaitStage(Caller customer, String order, String stage) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> {
          Answer answer = customer.get("/v1/orders/" + order);
          assertThat(answer.json().path("stage").asString("")).as(answer.body()).isEqualTo(stage);
        });
  }
}
