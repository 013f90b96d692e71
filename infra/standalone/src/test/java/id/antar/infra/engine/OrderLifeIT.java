package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.infra.alert.AlertRound;
import id.antar.infra.engine.Api.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// One order from the tap to the door, over the public interface, with all that ties it together.
class OrderLifeIT {
  private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
  private static final String MERCHANT = "noodle-bar-" + RUN;
  private static final String CUSTOMER = "ada-" + RUN;
  private static final String COURIER = "grace-" + RUN;
  private static final String OTHER_COURIER = "alan-" + RUN;
  private static final String SHADOW = "/v1/dispatch/shadow";
  private static final String HERE = "{\"latitude\":43.7345,\"longitude\":7.4210}";
  private static final String ON_THE_WAY = "{\"latitude\":43.7370,\"longitude\":7.4240}";
  private static final String THERE = "{\"latitude\":43.7400,\"longitude\":7.4270}";

  private final Api api = TestEngine.api();
  private final Caller merchant = api.as("merchant", MERCHANT);
  private final Caller customer = api.as("customer", CUSTOMER);
  private final Caller courier = api.as("courier", COURIER);
  private final Caller otherCourier = api.as("courier", OTHER_COURIER);

  @Test
  void anOrderIsPaidCookedCarriedAndDelivered() {
    settle();
    String order = place("card", "sandbox-ok");
    await().atMost(Duration.ofSeconds(20)).until(() -> stage(order).equals("submitted"));

    merchant.post("/v1/orders/" + order + "/confirm", "{\"readyAt\":\"%s\"}".formatted(now())).ok();
    merchant.post("/v1/orders/" + order + "/ready", "{}").ok();
    String assignment = new Phone(api, courier, COURIER).awaitOffer(order);
    courier.post("/v1/assignments/" + assignment + "/accept", "{}").ok();
    awaitLivePromise(order);
    for (String step : new String[] {"arrive-pickup", "pickup", "arrive-dropoff", "dropoff"}) {
      courier.post("/v1/assignments/" + assignment + "/orders/" + order + "/" + step, "{}").ok();
    }

    await().atMost(Duration.ofSeconds(20)).until(() -> stage(order).equals("delivered"));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(timeline(order))
                .contains("OrderPlaced", "OrderPaid", "OrderConfirmed")
                .contains("CourierAssigned", "OrderDelivered"));
    assertThat(payment(order)).isEqualTo("completed");
    assertThat(get(customer, "/v1/orders/" + order).path("recipient").path("name").asString())
        .isEqualTo("Ada Lovelace");
    awaitFound(order);
    awaitLearned();
    assertThatTheDispatcherSaysWhy(order, assignment);
    assertThatThePromisesAreAccountedFor(order);
    assertThatFiguresTellOfIt();
    tidyUp();
  }

  @Test
  void whoHoldsTheTrackingLinkSeesTheOrderComeAndHowItEnded() {
    settle();
    String order = place("card", "sandbox-ok");
    await().atMost(Duration.ofSeconds(20)).until(() -> stage(order).equals("submitted"));
    merchant.post("/v1/orders/" + order + "/confirm", "{\"readyAt\":\"%s\"}".formatted(now())).ok();
    String assignment = new Phone(api, courier, COURIER).awaitOffer(order);
    courier.post("/v1/assignments/" + assignment + "/accept", "{}").ok();

    JsonNode link = customer.post("/v1/orders/" + order + "/tracking-links", "{}").ok();
    Caller door = api.holderOf(link.path("token").asString());
    String tracking = "/v1/orders/" + order + "/tracking";
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get(door, tracking).path("vehicle").asString("").equals("scooter"));
    assertThat(get(door, tracking).path("dropoffEta").isNull()).isFalse();
    JsonNode streets = get(door, "/v1/map/streets?south=43.73&west=7.415&north=43.745&east=7.43");
    assertThat(streets.path("major")).isNotEmpty();
    assertThat(streets.path("minor")).isNotEmpty();
    assertThat(door.get("/v1/orders/" + order).status()).isEqualTo(403);

    for (String step : new String[] {"pickup", "dropoff"}) {
      courier.post("/v1/assignments/" + assignment + "/orders/" + order + "/" + step, "{}").ok();
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> stage(order).equals("delivered"));
    assertThat(get(door, tracking).path("endedAt").isNull()).isFalse();
    assertThat(get(door, tracking).path("vehicle").isNull()).isTrue();
    tidyUp();
  }

  @Test
  void anOrderWhoseCourierBreaksDownIsFetchedOnTheWayAndDelivered() {
    settle();
    String order = place("card", "sandbox-ok");
    await().atMost(Duration.ofSeconds(20)).until(() -> stage(order).equals("submitted"));
    merchant.post("/v1/orders/" + order + "/confirm", "{\"readyAt\":\"%s\"}".formatted(now())).ok();
    String lost = new Phone(api, courier, COURIER).awaitOffer(order);
    courier.post("/v1/assignments/" + lost + "/accept", "{}").ok();
    courier.post("/v1/assignments/" + lost + "/orders/" + order + "/pickup", "{}").ok();
    await().atMost(Duration.ofSeconds(20)).until(() -> stage(order).equals("picked_up"));

    courier
        .post(
            "/v1/assignments/" + lost + "/breakdown",
            "{\"reason\":\"puncture\",\"at\":%s}".formatted(ON_THE_WAY))
        .ok();

    await().atMost(Duration.ofSeconds(20)).until(() -> stage(order).equals("ready"));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            get(courier, "/v1/couriers/" + COURIER).path("duty").asString().equals("on_break"));
    register(otherCourier, OTHER_COURIER);
    String rescue = new Phone(api, otherCourier, OTHER_COURIER).awaitOffer(order);
    JsonNode pickup = get(otherCourier, "/v1/assignments/" + rescue).path("stops").get(0);
    assertThat(pickup.path("point").path("latitude").asDouble()).isEqualTo(43.7370);
    otherCourier.post("/v1/assignments/" + rescue + "/accept", "{}").ok();
    for (String step : new String[] {"pickup", "dropoff"}) {
      otherCourier.post("/v1/assignments/" + rescue + "/orders/" + order + "/" + step, "{}").ok();
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> stage(order).equals("delivered"));
    assertThat(timeline(order)).contains("AssignmentAbandoned", "OrderStranded");
    assertThat(payment(order)).isEqualTo("completed");
    otherCourier.post("/v1/couriers/" + OTHER_COURIER + "/shift/end", "{}").ok();
    tidyUp();
  }

  /// Looked for by the test's own rounds: the engine's would disturb other tests.
  @Test
  void anOrderWithoutCourierIsAnAlertThatOneOperatorTakesUntilItIsOver() {
    settle();
    register(otherCourier, OTHER_COURIER);
    otherCourier.post("/v1/couriers/" + OTHER_COURIER + "/shift/end", "{}").ok();
    String order = place("card", "sandbox-ok");
    await().atMost(Duration.ofSeconds(20)).until(() -> stage(order).equals("submitted"));
    String pin = "{\"courierId\":\"%s\",\"reason\":\"knows the house\"}".formatted(OTHER_COURIER);
    api.operator().post("/v1/orders/" + order + "/pin", pin).ok();
    merchant.post("/v1/orders/" + order + "/confirm", "{\"readyAt\":\"%s\"}".formatted(now())).ok();

    JsonNode raised = awaitAlert(order, "standing");
    assertThat(raised.path("kind").asString()).isEqualTo("no_courier");
    assertThat(raised.path("value").asDouble()).isGreaterThan(20);
    String alert = "/v1/alerts/" + raised.path("alertId").asString();
    api.operator().post(alert + "/acknowledge", "{\"note\":\"I look for one\"}").ok();
    api.operator().post(alert + "/acknowledge", "{}").ok();
    Api.Answer second = api.as("admin", "root").post(alert + "/acknowledge", "{}");
    assertThat(second.json().path("code").asString()).isEqualTo("alert-taken");
    assertThat(awaitAlert(order, "acknowledged").path("note").asString())
        .isEqualTo("I look for one");

    customer.post("/v1/orders/" + order + "/cancel", "{\"reason\":\"too late\"}").ok();
    assertThat(awaitAlert(order, "over").path("endedBecause").asString()).isEqualTo("gone");
    tidyUp();
  }

  private JsonNode awaitAlert(String order, String state) {
    String path = "/v1/alerts?state=" + state + "&subject=" + order;
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              TestEngine.bean(AlertRound.class).run();
              return get(api.operator(), path).path("alerts").path(0);
            },
            it -> !it.isMissingNode());
  }

  /// It differs from the standard by a second, so that the other tests do not notice.
  @Test
  void aCandidateIsTriedInTheShadowAndPromoted() {
    settle();
    Caller operator = api.operator();
    String tried = "tried-" + RUN;
    operator
        .put(
            SHADOW,
            "{\"policy\":{\"version\":\"%s\",\"lead\":61},\"reason\":\"to see\"}".formatted(tried))
        .ok();
    String order = place("card", "sandbox-ok");
    await().atMost(Duration.ofSeconds(20)).until(() -> stage(order).equals("submitted"));
    Instant soon = Instant.parse(now()).plus(Duration.ofMinutes(2));
    merchant.post("/v1/orders/" + order + "/confirm", "{\"readyAt\":\"%s\"}".formatted(soon)).ok();

    JsonNode shadow =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () -> get(operator, SHADOW).path("shadow"),
                it -> it.path("total").path("rounds").asLong() > 0);
    assertThat(shadow.path("version").asString()).isEqualTo(tried);
    assertThat(shadow.path("total").path("orders").asLong()).isPositive();
    assertThat(policies(order)).doesNotContain(tried);

    String promotion =
        "{\"shadowId\":\"%s\",\"reason\":\"a second sooner\"}"
            .formatted(shadow.path("shadowId").asString());
    operator.post(SHADOW + "/promote", promotion).ok();
    operator.post(SHADOW + "/promote", promotion).ok();
    String assignment = new Phone(api, courier, COURIER).awaitOffer(order);
    courier.post("/v1/assignments/" + assignment + "/accept", "{}").ok();

    await().atMost(Duration.ofSeconds(20)).until(() -> policies(order).contains(tried));
    JsonNode live = get(operator, SHADOW).path("live");
    assertThat(live.path("promotion").path("reason").asString()).isEqualTo("a second sooner");
    assertThat(live.path("promotion").path("promotedBy").asString()).startsWith("operator:");
    for (String step : new String[] {"pickup", "dropoff"}) {
      courier.post("/v1/assignments/" + assignment + "/orders/" + order + "/" + step, "{}").ok();
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> stage(order).equals("delivered"));
    tidyUp();
  }

  private List<String> policies(String order) {
    List<String> policies = new ArrayList<>();
    get(api.operator(), "/v1/orders/" + order + "/dispatch")
        .path("decisions")
        .forEach(decision -> policies.add(decision.path("policy").asString()));
    return policies;
  }

  @Test
  void aDeclinedCardMayBeTriedAgain() {
    settle();

    String order = place("card", "sandbox-declined");
    await().atMost(Duration.ofSeconds(20)).until(() -> part(order, "status").equals("failed"));
    assertThat(stage(order)).isEqualTo("placed");
    String payment = get(customer, "/v1/orders/" + order).path("paymentId").asString();
    customer
        .post(
            "/v1/payments/" + payment + "/parts/1/attempts",
            "{\"method\":\"e_wallet\",\"token\":\"sandbox-wallet\"}")
        .ok();

    await().atMost(Duration.ofSeconds(20)).until(() -> stage(order).equals("submitted"));
    customer.post("/v1/orders/" + order + "/cancel", "{\"reason\":\"too late\"}").ok();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> paymentOf(order).path("pointOfSale").asString().equals("refunded"));
    tidyUp();
  }

  @Test
  void anOrderIsPaidByCardAndInCashAndItsCourierIsThanked() {
    settle();
    offerVoucher();
    String order =
        place(
            """
            "voucher":"welcome",
            "tip":{"minor":150,"currency":"EUR"},
            "payments":[{"method":"cash"},
                        {"method":"card","token":"sandbox-ok",
                         "amount":{"minor":2000,"currency":"EUR"}}]\
            """);
    await().atMost(Duration.ofSeconds(20)).until(() -> stage(order).equals("submitted"));
    JsonNode placed = get(customer, "/v1/orders/" + order);
    long due = placed.path("cashDue").path("minor").asLong();
    assertThat(due).isEqualTo(placed.path("total").path("total").path("minor").asLong() - 2000);
    assertThat(placed.path("total").path("tip").path("minor").asLong()).isEqualTo(150);
    assertThat(paymentOf(order).path("status").asString()).isEqualTo("authorised");

    merchant.post("/v1/orders/" + order + "/confirm", "{\"readyAt\":\"%s\"}".formatted(now())).ok();
    long before = cashInHand();
    String assignment = new Phone(api, courier, COURIER).awaitOffer(order);
    courier.post("/v1/assignments/" + assignment + "/accept", "{}").ok();
    for (String step : new String[] {"pickup", "dropoff"}) {
      courier.post("/v1/assignments/" + assignment + "/orders/" + order + "/" + step, "{}").ok();
    }

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> paymentOf(order).path("pointOfSale").asString().equals("paid"));
    await().atMost(Duration.ofSeconds(20)).until(() -> cashInHand() == before + due);
    api.operator()
        .post(
            "/v1/couriers/" + COURIER + "/cash-handovers",
            "{\"amount\":{\"minor\":%d,\"currency\":\"EUR\"}}".formatted(due))
        .ok();
    await().atMost(Duration.ofSeconds(20)).until(() -> cashInHand() == before);
    JsonNode tip =
        customer
            .post(
                "/v1/orders/" + order + "/tips",
                """
                {"amount":{"minor":200,"currency":"EUR"},"method":"card","token":"sandbox-ok"}\
                """)
            .ok();
    String tipPath = "/v1/payments/" + tip.path("paymentId").asString();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> customer.get(tipPath).ok().path("status").asString("").equals("completed"));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> timeline(order).containsAll(List.of("OrderSettled", "TipGiven", "TipPaid")));
    assertThatTheBooksAreRight(order);
    tidyUp();
  }

  /// The order owes nothing more, the courier is owed what they earned with it, and everything sums
  /// to zero, now as before all of it.
  private void assertThatTheBooksAreRight(String order) {
    Caller clerk = api.operator();
    Instant now = Instant.parse(now());
    String account = "/v1/ledger/accounts/customer:" + order + "/balance";
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          assertThat(get(clerk, account).path("lines").asLong()).isEqualTo(5);
          assertThat(get(clerk, account).path("amounts").path(0).path("minor").asLong()).isZero();
        });
    for (String when : List.of("", "?asOf=" + now.minusSeconds(60), "?asOf=2020-01-01T00:00:00Z")) {
      get(clerk, "/v1/ledger/trial-balance" + when)
          .path("sums")
          .forEach(sum -> assertThat(sum.path("minor").asLong()).isZero());
    }
    String span = "?from=%s&to=%s".formatted(now.minusSeconds(86_400), now.plusSeconds(60));
    JsonNode statement = get(courier, "/v1/couriers/" + COURIER + "/statement" + span);
    List<Long> earned = new ArrayList<>();
    for (JsonNode entry : statement.path("entries")) {
      if (entry.path("subject").asString().equals(order)) {
        earned.add(entry.path("total").path("minor").asLong());
      }
    }
    assertThat(earned).containsExactlyInAnyOrder(250L + 150, 200L);
    assertThatTheSettlementKnowsTaxAndDiscount(clerk, now);
  }

  /// A tenth off for one order, and 11 % tax.
  private void offerVoucher() {
    String here = "/v1/merchants/" + MERCHANT;
    merchant.put(here + "/tax-rate", "{\"basisPoints\":1100}").ok();
    merchant.put(here + "/time-zone", "{\"timeZone\":\"Europe/Monaco\"}").ok();
    merchant
        .post(
            here + "/vouchers",
            """
            {"code":"WELCOME","basisPoints":1000,"validUntil":"2100-01-01T00:00:00Z","uses":1}\
            """)
        .ok();
  }

  /// The new zone's days begin the day after the next one, by UTC; Jakarta's last one lasts until
  /// then.
  private static Instant endOf(LocalDate day, Instant now) {
    LocalDate firstOfMonaco = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(2);
    LocalDate next = day.plusDays(1);
    String zone = next.equals(firstOfMonaco) ? "Europe/Monaco" : "Asia/Jakarta";
    return next.atStartOfDay(ZoneId.of(zone)).toInstant();
  }

  /// By the merchant's own days, which are Jakarta's until the new zone's begin.
  private void assertThatTheSettlementKnowsTaxAndDiscount(Caller clerk, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneId.of("Asia/Jakarta"));
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode row : get(clerk, "/v1/settlements/" + today).path("rows")) {
      if (row.path("merchantId").asString().equals(MERCHANT)) {
        rows.add(row);
      }
    }
    assertThat(rows)
        .singleElement()
        .satisfies(row -> {
          assertThat(row.path("discounts").path("minor").asLong()).isPositive();
          assertThat(row.path("tax").path("minor").asLong()).isPositive();
          assertThat(Instant.parse(row.path("to").asString())).isEqualTo(endOf(today, now));
        });
    String vouchers = "/v1/merchants/" + MERCHANT + "/vouchers";
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> get(merchant, vouchers).path("vouchers").path(0).path("usesLeft").asInt(1) == 0);
  }

  private JsonNode paymentOf(String order) {
    Api.Answer answer = customer.get("/v1/orders/" + order + "/payment");
    return answer.status() == 404 ? JsonNodeFactory.instance.objectNode() : answer.ok();
  }

  private String part(String order, String field) {
    return paymentOf(order).path("parts").path(0).path(field).asString("");
  }

  private long cashInHand() {
    return get(courier, "/v1/couriers/" + COURIER)
        .path("cashInHand")
        .path(0)
        .path("minor")
        .asLong(0);
  }

  private void settle() {
    merchant
        .post(
            "/v1/merchants",
            """
            {"merchantId":"%s","name":"Noodle Bar","description":"Noodles","phone":"+377 11 11",
             "address":"1 Rue","location":%s,"deliveryFee":{"minor":250,"currency":"EUR"},
             "prepTime":"PT5M"}\
            """
                .formatted(MERCHANT, HERE),
            "register-" + MERCHANT)
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
                .formatted(CUSTOMER),
            "register-" + CUSTOMER)
        .ok();
    register(courier, COURIER);
  }

  private static void register(Caller caller, String id) {
    caller
        .post(
            "/v1/couriers",
            """
            {"courierId":"%s","fullName":"Grace Hopper","phone":"+377 33 33","licensePlate":"MC 1",
             "vehicle":"scooter","capacity":2}\
            """
                .formatted(id),
            "register-" + id)
        .ok();
    caller.post("/v1/couriers/" + id + "/shift/start", "{}").ok();
  }

  private void tidyUp() {
    courier.post("/v1/couriers/" + COURIER + "/shift/end", "{}").ok();
  }

  private String place(String method, String token) {
    return place("\"payment\":{\"method\":\"%s\",\"token\":\"%s\"}".formatted(method, token));
  }

  private String place(String paying) {
    return customer
        .post(
            "/v1/orders",
            """
            {"merchantId":"%s",
             "basket":[{"productId":"ramen","quantity":2,
                        "unitPrice":{"minor":1250,"currency":"EUR"}}],
             "recipient":{"name":"Ada Lovelace","phone":"+377 22 22"},
             "dropoff":{"point":%s,"text":"2 Avenue","note":"Ring twice"},
             %s}\
            """
                .formatted(MERCHANT, THERE, paying))
        .ok()
        .path("orderId")
        .asString();
  }

  private String now() {
    return get(api.operator(), "/v1/clock").path("now").asString();
  }

  private static JsonNode get(Caller caller, String path) {
    return caller.get(path).ok();
  }

  private String stage(String order) {
    Api.Answer answer = customer.get("/v1/orders/" + order);
    return answer.status() == 404 ? "" : answer.ok().path("stage").asString();
  }

  private String payment(String order) {
    String payment = get(customer, "/v1/orders/" + order).path("paymentId").asString();
    return await()
        .until(
            () -> get(customer, "/v1/payments/" + payment).path("status").asString(),
            status -> !List.of("requested", "pending", "authorised").contains(status));
  }

  private ArrayList<String> timeline(String order) {
    var events = new ArrayList<String>();
    get(customer, "/v1/orders/" + order + "/timeline")
        .path("entries")
        .forEach(entry -> events.add(entry.path("event").asString()));
    return events;
  }

  /// Made from where the courier is, and kept.
  private void awaitLivePromise(String order) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> {
          new Phone(api, courier, COURIER).tellPosition();
          return sources(order).contains("live");
        });
  }

  private List<String> sources(String order) {
    List<String> sources = new ArrayList<>();
    get(merchant, "/v1/orders/" + order + "/promises")
        .path("promises")
        .forEach(promise -> sources.add(promise.path("source").asString()));
    return sources;
  }

  private void assertThatThePromisesAreAccountedFor(String order) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get(merchant, "/v1/orders/" + order + "/promises").hasNonNull("lateness"));
    JsonNode lateness = get(merchant, "/v1/orders/" + order + "/promises").path("lateness");
    assertThat(sources(order)).contains("merchant", "plan", "live");
    assertThat(
            lateness.path("waitingForAssignment").asLong()
                + lateness.path("firstMile").asLong()
                + lateness.path("kitchen").asLong()
                + lateness.path("lastMile").asLong())
        .isEqualTo(lateness.path("total").asLong());
    JsonNode report = get(merchant, "/v1/analytics/promises?by=hour&" + span());
    assertThat(report.path("groups").path(0).path("orders").asLong()).isPositive();
    assertThat(report.path("groups").path(0).path("calibration")).isNotEmpty();
  }

  private void assertThatFiguresTellOfIt() {
    JsonNode ours = get(merchant, "/v1/analytics/table?by=merchant&" + span()).path("figures");
    assertThat(figure(ours, "delivered").path("key").asString()).isEqualTo(MERCHANT);
    assertThat(figure(ours, "revenue").path("currency").asString()).isEqualTo("EUR");
    assertThat(figure(ours, "revenue").path("value").asDouble()).isPositive();
    assertThat(figure(ours, "click_to_door").path("p90").asDouble()).isPositive();
    assertThat(figure(ours, "acceptance").path("value").asDouble()).isBetween(0.01, 1.0);
    JsonNode cells = get(api.operator(), "/v1/analytics/series?measure=orders&by=cell&" + span());
    assertThat(figure(cells.path("figures"), "orders").path("key").asString()).startsWith("88");
    JsonNode theirs = get(courier, "/v1/analytics/table?" + span()).path("figures");
    assertThat(figure(theirs, "utilisation").path("value").asDouble()).isBetween(0.0, 1.0);
    assertThat(figure(theirs, "on_shift").path("count").asLong()).isPositive();
    JsonNode demand = get(merchant, "/v1/analytics/forecast").path("series");
    assertThat(demand.isArray()).isTrue();
  }

  private static JsonNode figure(JsonNode figures, String measure) {
    for (JsonNode figure : figures) {
      if (figure.path("measure").asString().equals(measure)) {
        return figure;
      }
    }
    throw new AssertionError("There is no figure of " + measure + " in " + figures);
  }

  private String span() {
    Instant now = Instant.parse(now());
    return "from=%s&to=%s".formatted(now.minus(Duration.ofDays(1)), now);
  }

  private void assertThatTheDispatcherSaysWhy(String order, String assignment) {
    JsonNode dispatch = get(api.operator(), "/v1/orders/" + order + "/dispatch");
    assertThat(dispatch.path("orderId").asString()).isEqualTo(order);
    assertThat(dispatch.path("summary").asString()).isNotBlank();
    var offers = new ArrayList<String>();
    dispatch
        .path("decisions")
        .forEach(decision -> offers.add(decision.path("assignmentId").asString()));
    assertThat(offers).contains(assignment);
    JsonNode why = get(courier, "/v1/couriers/" + COURIER + "/offers/" + assignment + "/why");
    assertThat(why.path("summary").asString()).startsWith("You were asked");
    assertThat(why.path("orders").get(0).path("orderId").asString()).isEqualTo(order);
  }

  private void awaitFound(String order) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(api.operator().get("/v1/orders/search?text=noodle").ok().toString())
                .contains(order));
  }

  private void awaitLearned() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(api.operator().get("/v1/dispatch/learned").ok().toString())
                .contains(MERCHANT, "ready_time", "pickup_service", "dropoff_service"));
  }
}
