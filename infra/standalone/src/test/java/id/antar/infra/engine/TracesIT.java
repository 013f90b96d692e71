package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.infra.engine.Api.Caller;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One request, and what follows from it, as a collector sees it.
class TracesIT {
  private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
  private static final String MERCHANT = "traced-bar-" + RUN;
  private static final String CUSTOMER = "traced-ada-" + RUN;
  private static final String COURIER = "traced-grace-" + RUN;
  private static final String HERE = "{\"latitude\":43.7345,\"longitude\":7.4210}";
  private static final String CLIENT_SPAN = "b7ad6b7169203331";

  private final Api api = TestEngine.api();
  private final Caller merchant = api.as("merchant", MERCHANT);
  private final Caller customer = api.as("customer", CUSTOMER);
  private final String trace = UUID.randomUUID().toString().replace("-", "");
  private final String asking = "00-" + trace + "-" + CLIENT_SPAN + "-01";

  private List<SpanData> spans() {
    TestEngine.bean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
    return TestEngine.bean(InMemorySpanExporter.class).getFinishedSpanItems().stream()
        .filter(span -> span.getTraceId().equals(trace))
        .toList();
  }

  private SpanData awaitSpan(String name) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> spans().stream().filter(it -> it.getName().equals(name)).findFirst(),
            it -> it.isPresent())
        .orElseThrow();
  }

  @Test
  void anOrderIsOneTraceFromTheRequestToTheViewsAndTheStream() {
    settle();
    var answer = customer.traced(asking, "/v1/orders", order());
    String order = answer.ok().path("orderId").asString();

    SpanData request = awaitSpan("POST /v1/orders");
    assertThat(request.getParentSpanId()).isEqualTo(CLIENT_SPAN);
    assertThat(request.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
        .isBetween(200L, 299L);

    SpanData command = awaitSpan("handle PlaceOrder");
    assertThat(command.getParentSpanId()).isEqualTo(request.getSpanId());
    assertThat(command.getEvents()).extracting(it -> it.getName()).contains("OrderPlaced");
    assertThat(spans())
        .filteredOn(it -> it.getName().equals("append events"))
        .extracting(SpanData::getParentSpanId)
        .contains(command.getSpanId());

    for (String follows : List.of("query.order", "process.payment", "gateway.stream")) {
      SpanData span = awaitSpan(follows + " OrderPlaced");
      assertThat(span.getParentSpanId()).isEqualTo(command.getSpanId());
      assertThat(span.getLinks())
          .extracting(LinkData::getSpanContext)
          .singleElement()
          .satisfies(link -> assertThat(link.getSpanId()).isEqualTo(command.getSpanId()));
    }
    SpanData reaction = awaitSpan("process.payment OrderPlaced");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            spans().stream()
                .anyMatch(it ->
                    it.getName().startsWith("handle ")
                        && it.getParentSpanId().equals(reaction.getSpanId())));
    assertThatItIsStored(order, command);
    assertThatNobodyIsInIt();
  }

  private void assertThatItIsStored(String order, SpanData command) {
    byte[] meta =
        JdbcClient.create(TestEngine.bean(DataSource.class))
            .sql(
                "SELECT meta_data FROM domain_event WHERE aggregate_id = ? AND sequence_number = 0")
            .param("order:" + order)
            .query(byte[].class)
            .single();
    JsonNode stored = JsonMapper.shared().readTree(new String(meta, StandardCharsets.UTF_8));
    assertThat(stored.path("traceparent").asString())
        .isEqualTo("00-" + trace + "-" + command.getSpanId() + "-01");
  }

  private void assertThatNobodyIsInIt() {
    assertThat(spans())
        .allSatisfy(span ->
            assertThat(span.getAttributes().asMap().keySet())
                .extracting(AttributeKey::getKey)
                .isSubsetOf(
                    "http.request.method",
                    "http.route",
                    "http.request.id",
                    "http.response.status_code",
                    "error.type"));
    assertThat(spans().toString()).doesNotContain("Lovelace", CUSTOMER, MERCHANT);
  }

  @Test
  void aQuestionIsAnsweredInItsTraceAndWhatFailsSaysWhich() {
    var answer = customer.traced(asking, "/v1/orders/none-" + RUN);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("traceId").asString()).isEqualTo(trace);
    SpanData request = awaitSpan("GET /v1/orders/{id}");
    assertThat(spans())
        .filteredOn(it -> it.getName().startsWith("answer "))
        .extracting(SpanData::getParentSpanId)
        .contains(request.getSpanId());
  }

  @Test
  void positionsHaveNoSpansBeyondTheirRequestAndStreamsHaveNone() throws Exception {
    Caller courier = api.as("courier", COURIER);
    courier
        .post(
            "/v1/couriers",
            """
            {"fullName":"Grace Hopper","phone":"+377 33 33","licensePlate":"MC 1",
             "vehicle":"scooter","capacity":2}\
            """)
        .ok();
    courier.post("/v1/couriers/" + COURIER + "/shift/start", "{}").ok();
    try (StreamLine stream =
        StreamLine.webSocket(URI.create(api.url()).getPort(), courier.token())) {
      assertThat(stream.open()).isEqualTo(101);
      String now = api.operator().get("/v1/clock").ok().path("now").asString();
      courier
          .traced(
              asking,
              "/v1/couriers/" + COURIER + "/positions",
              """
              {"positions":[{"latitude":43.7345,"longitude":7.4210,"sequence":1,
                             "occurredAt":"%s"}]}\
              """
                  .formatted(now))
          .ok();

      awaitSpan("POST /v1/couriers/{id}/positions");
    }
    assertThat(spans())
        .extracting(SpanData::getName)
        .allMatch(name -> name.startsWith("POST ") || name.startsWith("answer "));
  }

  @Test
  void whoDoesNotAskIsNotTraced() {
    var answer = customer.post("/v1/orders/none-" + RUN + "/cancel", "{\"reason\":\"x\"}");

    assertThat(answer.json().has("traceId")).isFalse();
    assertThat(
            customer
                .traced("00-" + trace + "-nonsense-01", "/v1/orders/none/cancel", "{}")
                .json()
                .has("traceId"))
        .isFalse();
  }

  private void settle() {
    merchant
        .post(
            "/v1/merchants",
            """
            {"merchantId":"%s","name":"Traced Bar","location":%s,"prepTime":"PT5M",
             "deliveryFee":{"minor":250,"currency":"EUR"}}\
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

  private static String order() {
    return """
    {"merchantId":"%s",
     "basket":[{"productId":"ramen","quantity":2,"unitPrice":{"minor":1250,"currency":"EUR"}}],
     "recipient":{"name":"Ada Lovelace","phone":"+377 22 22"},
     "dropoff":{"point":{"latitude":43.7400,"longitude":7.4270},"text":"2 Avenue","note":""},
     "payment":{"method":"card","token":"sandbox-ok"}}\
    """
        .formatted(MERCHANT);
  }
}
