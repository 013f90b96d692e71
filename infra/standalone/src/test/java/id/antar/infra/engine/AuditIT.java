package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.time.EngineClock;
import id.antar.infra.cli.OpsTool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The audit log of a real engine, as an admin sees it.
class AuditIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CONTACT = "{\"name\":\"Ada\",\"phone\":\"+377 1234\"}";

  private final Api api = TestEngine.api();
  private final Api.Caller admin = api.as("admin", "root");
  private final String customer = "audited-" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aChangeIsThereWithWhoFromWhereBeforeAndAfter() {
    String courier = "kurt-" + customer;
    String kurt =
        """
        {"courierId":"%s","fullName":"Kurt","phone":"+377 9999","licensePlate":"MC 1",
         "vehicle":"scooter","capacity":2}
        """;
    api.operator().post("/v1/couriers", kurt.formatted(courier)).ok();
    api.as("courier", courier)
        .put("/v1/couriers/" + courier + "/vehicle", "{\"vehicle\":\"bicycle\",\"capacity\":3}")
        .ok();

    JsonNode changed = awaitFirst("kind=courier&id=" + courier + "&event=VehicleChanged");
    assertThat(changed.path("actor").asString()).isEqualTo("courier:" + courier);
    assertThat(changed.path("clientAddress").asString()).isEqualTo("127.0.0.1");
    assertThat(changed.path("outcome").asString()).isEqualTo("changed");
    assertThat(changed.path("position").asLong()).isPositive();

    JsonNode detail = admin.get("/v1/audit/" + changed.path("eventId").asString()).ok();
    assertThat(detail.path("basis").asString()).isEqualTo("state");
    assertThat(detail.path("correlationId").asString()).isNotEmpty();
    assertThat(change(detail, "/vehicle").path("before").asString()).isEqualTo("scooter");
    assertThat(change(detail, "/vehicle").path("after").asString()).isEqualTo("bicycle");
    assertThat(change(detail, "/capacity").path("before").asInt()).isEqualTo(2);
    assertThat(change(detail, "/capacity").path("after").asInt()).isEqualTo(3);
  }

  @Test
  void whatARuleRefusedIsAFact() {
    Api.Caller ada = api.as("customer", customer);
    ada.post("/v1/customers", CONTACT).ok();
    assertThat(ada.post("/v1/customers", CONTACT.replace("1234", "9876")).status()).isEqualTo(409);

    JsonNode refused = awaitFirst("actor=customer:" + customer + "&outcome=refused&kind=customer");
    assertThat(refused.path("event").asString()).isEqualTo("CommandRefused");
    assertThat(refused.path("operation").asString()).isEqualTo("RegisterCustomer");
    assertThat(refused.path("id").asString()).isEqualTo(customer);
    assertThat(refused.path("code").asString()).isEqualTo("customer-already-registered");
    assertThat(refused.path("clientAddress").asString()).isEqualTo("127.0.0.1");
    assertThat(refused.toString()).doesNotContain("9876");
  }

  @Test
  void aFloodOfStrangersIsAFewEntriesThatSayHowMany() {
    Instant start = TestEngine.bean(EngineClock.class).instant();
    int times = 400;
    knock(times);

    String wanted = "operation=" + "GET%20/v1/payments/%7Bid%7D" + "&from=" + start + "&limit=100";
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          List<JsonNode> found = entries(wanted);
          assertThat(found.stream().mapToLong(it -> it.path("times").asLong()).sum())
              .isEqualTo(times);
          assertThat(found).hasSizeLessThan(10);
          assertThat(found)
              .allSatisfy(it -> {
                assertThat(it.path("code").asString()).isEqualTo("token-missing");
                assertThat(it.path("actor").isNull()).isTrue();
                assertThat(it.path("clientAddress").asString()).isEqualTo("127.0.0.1");
              });
        });
    assertThat(entries(wanted + "&clientAddress=127.0.0.1")).isNotEmpty();
    assertThat(entries(wanted + "&clientAddress=10.0.0.1")).isEmpty();
  }

  @Test
  void everyLookIsRecordedAndTheLogIsWhatTheEventsSay() {
    Instant now = TestEngine.bean(EngineClock.class).instant();
    String window = "from=" + now.minus(Duration.ofDays(1)) + "&to=" + now.plus(Duration.ofDays(1));

    awaitFirst("event=AuditRead&from=" + now);
    String csv = admin.get("/v1/audit.csv?" + window).body();
    String lines = admin.get("/v1/audit.ndjson?" + window).body();

    assertThat(csv).startsWith("eventId,").contains("AuditRead");
    assertThat(lines.lines()).isNotEmpty().allMatch(line -> line.startsWith("{\"eventId\""));
    assertThat(awaitFirst("event=AuditRead&id=ndjson&from=" + now).path("actor").asString())
        .isEqualTo("admin:root");
    assertThat(OpsTool.run("rebuild", "--verify", "--antar.work=" + TestEngine.work("engine")))
        .isZero();
  }

  private JsonNode awaitFirst(String filter) {
    return await().atMost(PATIENCE).until(() -> first(filter), it -> !it.isMissingNode());
  }

  private JsonNode first(String filter) {
    return admin.get("/v1/audit?limit=1&" + filter).ok().path("entries").path(0);
  }

  private List<JsonNode> entries(String filter) {
    List<JsonNode> found = new ArrayList<>();
    String cursor = "";
    while (true) {
      JsonNode page = admin.get("/v1/audit?" + filter + cursor).ok();
      page.path("entries").forEach(found::add);
      if (page.path("nextCursor").isNull()) {
        return found;
      }
      cursor = "&cursor=" + page.path("nextCursor").asString();
    }
  }

  private static JsonNode change(JsonNode detail, String path) {
    for (JsonNode change : detail.path("changes")) {
      if (change.path("path").asString().equals(path)) {
        return change;
      }
    }
    throw new AssertionError("Nothing changed at " + path + ": " + detail);
  }

  /// Without a token, at a route that no other test is refused at.
  private void knock(int times) {
    HttpClient http = HttpClient.newHttpClient();
    var request = HttpRequest.newBuilder(URI.create(api.url() + "/v1/payments/any")).build();
    for (int i = 0; i < times; i++) {
      try {
        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
