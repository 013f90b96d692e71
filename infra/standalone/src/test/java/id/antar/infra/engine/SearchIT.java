package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.infra.engine.Api.Answer;
import id.antar.infra.engine.Api.Caller;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What can be found, and that it is found again after the search server or its index was lost.
class SearchIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String HERE = "{\"latitude\":43.7345,\"longitude\":7.4210}";

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final String kitchen = "quail-" + run;
  private final Api api = TestEngine.api();
  private final Caller customer = api.as("customer", "zita-" + run);
  private final Caller merchant = api.as("merchant", kitchen);
  private final Caller operator = api.operator();
  private final List<String> orders = new ArrayList<>();

  @BeforeEach
  void settle() {
    merchant
        .post(
            "/v1/merchants",
            """
            {"merchantId":"%s","name":"Gilded Quail %s","description":"Roasts","phone":"+377 11",
             "address":"1 Rue","location":%s,"deliveryFee":{"minor":250,"currency":"EUR"},
             "prepTime":"PT5M"}\
            """
                .formatted(kitchen, run, HERE))
        .ok();
    merchant
        .put(
            "/v1/merchants/" + kitchen + "/products/pie",
            """
            {"name":"Pheasant pie","description":"Crust","price":{"minor":1000,"currency":"EUR"},
             "imageUrl":"","available":true}\
            """)
        .ok();
    merchant.post("/v1/merchants/" + kitchen + "/open", "{}").ok();
    customer
        .post(
            "/v1/customers",
            "{\"customerId\":\"zita-%1$s\",\"name\":\"Zíta Kestrel%1$s\",\"phone\":\"+377 22\"}"
                .formatted(run))
        .ok();
  }

  @Test
  void whatIsAskedIsFound() {
    for (int pies = 1; pies <= 5; pies++) {
      place(pies);
    }
    JsonNode found = awaitAll("&facet=status,merchant,payment_method,amount,cell,day");
    assertThat(found.path("index").path("asOf").asString()).isNotBlank();
    assertThat(count(found, "merchant", kitchen)).isEqualTo(5);
    assertThat(count(found, "payment_method", "cash")).isEqualTo(5);
    assertThat(count(found, "amount", "1000-2000")).isEqualTo(1);
    assertThat(count(found, "amount", "5000-10000")).isEqualTo(1);
    String cell = found.path("facets").path("cell").get(0).path("key").asString();

    assertThat(total("&cell=" + cell)).isEqualTo(5);
    assertThat(total("&box=43.7,7.4,43.75,7.45")).isEqualTo(5);
    assertThat(total("&latitude=43.7345&longitude=7.421&withinMetres=50&sort=nearest"))
        .isEqualTo(5);
    assertThat(total("&latitude=43.8&longitude=7.421&withinMetres=50")).isZero();
    assertThat(total("&amountFrom=2250&amountTo=3250&currency=EUR")).isEqualTo(2);
    assertThat(total("&text=fesant+pi")).as("misspelt and unfinished").isZero();
    assertThat(total("&text=pheasent+pi")).as("misspelt and unfinished").isEqualTo(5);
    assertThat(total("&customerName=" + encoded("KESTREL" + run + " zita"))).isEqualTo(5);
    assertThat(total("&customerName=Kestrel")).as("names are found whole").isZero();
    assertThat(customer.get("/v1/orders/search?text=pheasant").ok().path("total").asInt())
        .isEqualTo(5);

    menusAreFound();
    pagesStandStill();
    nothingOfTheNameIsInTheIndex();
  }

  private void menusAreFound() {
    String near = "&latitude=43.7345&longitude=7.421&withinMetres=200";
    JsonNode menus = customer.get("/v1/menus/search?text=gilded+fesant" + near).ok();
    assertThat(menus.path("total").asInt()).isZero();
    menus = customer.get("/v1/menus/search?openOnly=true&text=gilded+pheasnt" + near).ok();
    assertThat(menus.toString()).contains(kitchen, "Pheasant pie").contains("distanceMetres");
    JsonNode merchants =
        customer.get("/v1/merchants/search?sort=best_rated&text=quail+" + run).ok();
    assertThat(merchants.path("total").asInt()).isEqualTo(1);
    assertThat(merchants.toString()).contains(kitchen).doesNotContain("Pheasant pie");
    assertThat(merchants.path("index").path("position").asLong()).isPositive();
  }

  /// New orders come and old ones change between two pages. By relevance the pages are of one point
  /// in time from the second on.
  private void pagesStandStill() {
    List<String> before = List.copyOf(orders);
    for (String sort : List.of("oldest", "highest")) {
      assertThat(turned(sort, 2)).as(sort).doesNotHaveDuplicates().containsAll(before);
    }
    List<String> byRelevance = turned("relevance&text=pheasant", 4);
    assertThat(byRelevance.subList(2, byRelevance.size())).doesNotHaveDuplicates();
    assertThat(search("&cursor=b3JkZXJz").status()).isEqualTo(400);
  }

  /// All pages of two, with an order cancelled as soon as so many were seen.
  private List<String> turned(String sort, int disturbedAt) {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = ok("&limit=2&sort=" + sort + cursor);
      page.path("orders").forEach(it -> seen.add(it.path("orderId").asString()));
      String next = page.path("nextCursor").asString("");
      cursor = next.isEmpty() ? "" : "&cursor=" + encoded(next);
      if (seen.size() == disturbedAt) {
        String order = orders.getLast();
        int _ = customer.post("/v1/orders/" + order + "/cancel", "{\"reason\":\"x\"}").status();
      }
    } while (!cursor.isEmpty());
    return seen;
  }

  private void nothingOfTheNameIsInTheIndex() {
    String all = server(new Request("GET", "/_all/_search?size=1000"));
    assertThat(all).contains(kitchen).doesNotContainIgnoringCase("kestrel");
  }

  @Test
  void ordersGoOnWithoutTheSearchServerAndAreAllFoundWhenItIsBack() {
    place(1);
    awaitAll("");

    server().forEach(ProcessHandle::destroyForcibly);
    await().atMost(PATIENCE).until(() -> search("").status() == 503);

    Answer refused = search("");
    assertThat(refused.body()).contains("search-unavailable");
    for (int i = 0; i < 10; i++) {
      place(1);
    }
    assertThat(customer.get("/v1/orders/" + orders.getLast()).status()).isEqualTo(200);
    awaitAll("");
  }

  @Test
  void anIndexThatWasDeletedIsMadeAnew() {
    place(1);
    awaitAll("");
    JsonNode aliases = JsonMapper.shared().readTree(server(new Request("GET", "/_alias")));

    aliases
        .propertyNames()
        .forEach(index -> assertThat(server(new Request("DELETE", "/" + index))).isNotBlank());
    place(1);

    awaitAll("");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(customer.get("/v1/merchants/search?text=" + run).body()).contains(kitchen));
  }

  private static List<ProcessHandle> server() {
    return ProcessHandle.current()
        .descendants()
        .filter(it -> it.info().commandLine().orElse("").contains("org.elasticsearch"))
        .toList();
  }

  private static String server(Request request) {
    try {
      var answer = TestEngine.bean(RestClient.class).performRequest(request);
      return new String(answer.getEntity().getContent().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private void place(int pies) {
    String body =
        """
        {"merchantId":"%s",
         "basket":[{"productId":"pie","quantity":%d,"unitPrice":{"minor":1000,"currency":"EUR"}}],
         "recipient":{"name":"Zita","phone":"+377 22"},
         "dropoff":{"point":%s,"text":"2 Avenue"},"payment":{"method":"cash"}}\
        """
            .formatted(kitchen, pies, HERE);
    orders.add(customer.post("/v1/orders", body).ok().path("orderId").asString());
  }

  private JsonNode awaitAll(String more) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> search(more),
            it ->
                it.status() == 200
                    && !it.json().path("index").path("behind").asBoolean()
                    && it.json().path("index").path("behindEvents").asLong() == 0
                    && ids(it.json()).containsAll(orders))
        .json();
  }

  private static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.path("orders").forEach(it -> ids.add(it.path("orderId").asString()));
    return ids;
  }

  private Answer search(String more) {
    return operator.get("/v1/orders/search?limit=100&merchantId=" + kitchen + more);
  }

  private JsonNode ok(String more) {
    return operator.get("/v1/orders/search?merchantId=" + kitchen + more).ok();
  }

  private int total(String more) {
    return ok(more).path("total").asInt();
  }

  private static int count(JsonNode found, String facet, String key) {
    int count = 0;
    for (JsonNode bucket : found.path("facets").path(facet)) {
      count += bucket.path("key").asString().equals(key) ? bucket.path("count").asInt() : 0;
    }
    return count;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
