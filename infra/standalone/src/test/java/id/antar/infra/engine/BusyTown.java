package id.antar.infra.engine;

import static org.awaitility.Awaitility.await;

import id.antar.infra.engine.Api.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// People who order, cook and carry all the while, in all the ways that make facts.
final class BusyTown {
  private static final int MERCHANTS = 4;
  private static final int COURIERS = 4;
  private static final int KITCHENS = 8;
  private static final Duration PACE = Duration.ofMillis(60);
  private static final String HERE = "{\"latitude\":43.7345,\"longitude\":7.4210}";
  private static final String THERE = "{\"latitude\":43.7400,\"longitude\":7.4270}";

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final Api api;
  private final List<String> merchants = new ArrayList<>();
  private final List<String> couriers = new ArrayList<>();
  private final List<Thread> people = new ArrayList<>();
  private final Queue<String> newOrders = new ConcurrentLinkedQueue<>();
  private volatile boolean over;

  BusyTown(Api api) {
    this.api = api;
  }

  void open() {
    for (int i = 0; i < MERCHANTS; i++) {
      merchants.add("tunnel-kitchen-" + i + "-" + run);
      openMerchant(merchants.getLast());
    }
    Caller customer = api.as("customer", customer());
    customer
        .post(
            "/v1/customers",
            "{\"customerId\":\"%s\",\"name\":\"Ada\",\"phone\":\"+377 22\"}".formatted(customer()))
        .ok();
    for (int i = 0; i < COURIERS; i++) {
      couriers.add("tunnel-rider-" + i + "-" + run);
      startShift(couriers.getLast());
    }
    for (int i = 0; i < KITCHENS; i++) {
      String merchant = merchants.get(i % MERCHANTS);
      Caller cook = api.as("merchant", merchant);
      people.add(Thread.startVirtualThread(() -> repeat(() -> cookOne(customer, cook, merchant))));
    }
    for (String id : couriers) {
      Caller courier = api.as("courier", id);
      people.add(Thread.startVirtualThread(() -> repeat(() -> carry(courier, id))));
    }
  }

  List<String> merchants() {
    return merchants;
  }

  List<String> couriers() {
    return couriers;
  }

  String customer() {
    return "tunnel-ada-" + run;
  }

  /// One that nobody was told of, if there is any.
  @Nullable String newOrder() {
    return newOrders.poll();
  }

  void close() throws InterruptedException {
    over = true;
    for (Thread person : people) {
      person.join();
    }
    couriers.forEach(this::goHome);
    await().atMost(PATIENCE).until(this::nothingIsOpen);
  }

  /// What nobody fetched would be put into one trip with the orders of others.
  private boolean nothingIsOpen() {
    boolean nothing = true;
    for (String status : List.of("pending", "confirmed", "preparing", "on_delivery")) {
      String page = "/v1/orders?limit=100&customerId=%s&status=%s".formatted(customer(), status);
      for (JsonNode order : api.operator().get(page).ok().path("orders")) {
        nothing = false;
        String path = "/v1/orders/" + order.path("orderId").asString();
        api.operator().post(path + "/cancel", "{\"reason\":\"the town is closed\"}");
      }
    }
    return nothing;
  }

  /// Not with a trip in hand; and who stayed would be offered what is meant for others.
  private void goHome(String id) {
    Caller courier = api.as("courier", id);
    await()
        .atMost(PATIENCE)
        .until(() -> {
          carry(courier, id);
          return courier.post("/v1/couriers/" + id + "/shift/end", "{}").status() < 300;
        });
  }

  private void repeat(Runnable work) {
    while (!over) {
      work.run();
    }
  }

  private static void pause() {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(2 * PACE.toNanos()));
  }

  private static boolean chance(double of) {
    return ThreadLocalRandom.current().nextDouble() < of;
  }

  private void openMerchant(String id) {
    Caller merchant = api.as("merchant", id);
    merchant
        .post(
            "/v1/merchants",
            """
            {"merchantId":"%s","name":"Noodle Bar","description":"Noodles","phone":"+377 11 11",
             "address":"1 Rue","location":%s,"deliveryFee":{"minor":250,"currency":"EUR"},
             "prepTime":"PT5M"}\
            """
                .formatted(id, HERE))
        .ok();
    merchant
        .put(
            "/v1/merchants/" + id + "/products/ramen",
            """
            {"name":"Ramen","description":"Broth","price":{"minor":1250,"currency":"EUR"},
             "imageUrl":"","available":true}\
            """)
        .ok();
    merchant.post("/v1/merchants/" + id + "/open", "{}").ok();
  }

  private void startShift(String id) {
    Caller courier = api.as("courier", id);
    courier
        .post(
            "/v1/couriers",
            """
            {"courierId":"%s","fullName":"Grace Hopper","phone":"+377 33 33","licensePlate":"MC 1",
             "vehicle":"scooter","capacity":2}\
            """
                .formatted(id))
        .ok();
    courier.post("/v1/couriers/" + id + "/shift/start", "{}").ok();
  }

  private void cookOne(Caller customer, Caller cook, String merchant) {
    Api.Answer placed = customer.post("/v1/orders", placement(merchant));
    if (placed.status() >= 300) {
      pause();
      return;
    }
    String order = placed.ok().path("orderId").asString();
    String path = "/v1/orders/" + order;
    newOrders.add(order);
    String readyAt = "{\"readyAt\":\"%s\"}".formatted(now().plusSeconds(300));
    for (int i = 0; i < 20 && cook.post(path + "/confirm", readyAt).status() >= 300; i++) {
      pause();
    }
    for (int i = ThreadLocalRandom.current().nextInt(12); i >= 0; i--) {
      pause();
      cook.post(path + "/ready-time", "{\"readyAt\":\"%s\"}".formatted(now().plusSeconds(300 + i)));
    }
    cook.post(path + "/start", "{}");
    pause();
    cook.post(path + "/ready", "{}");
    pause();
    if (chance(0.8)) {
      customer.post(path + "/cancel", "{\"reason\":\"changed my mind\"}");
    }
  }

  private static String placement(String merchant) {
    return """
    {"merchantId":"%s",
     "basket":[{"productId":"ramen","quantity":2,"unitPrice":{"minor":1250,"currency":"EUR"}}],
     "recipient":{"name":"Ada","phone":"+377 22 22"},
     "dropoff":{"point":%s,"text":"2 Avenue","note":"Ring twice"},
     "payment":{"method":"card","token":"sandbox-ok"}}\
    """
        .formatted(merchant, THERE);
  }

  private void carry(Caller courier, String id) {
    Instant now = now();
    courier.post(
        "/v1/couriers/" + id + "/positions",
        """
        {"positions":[{"latitude":43.7345,"longitude":7.4210,"sequence":%d,"occurredAt":"%s"}]}\
        """
            .formatted(now.toEpochMilli(), now));
    JsonNode open = courier.get("/v1/couriers/" + id + "/assignments").ok();
    for (JsonNode assignment : open.isArray() ? open : open.path("assignments")) {
      carryOut(courier, id, assignment);
    }
    for (int i = 0; i < 5; i++) {
      pause();
    }
  }

  private void carryOut(Caller courier, String id, JsonNode assignment) {
    String path = "/v1/assignments/" + assignment.path("assignmentId").asString();
    courier.post(path + "/accept", "{}");
    List<String> orders = new ArrayList<>();
    assignment.path("stops").forEach(stop -> orders.add(stop.path("orderId").asString()));
    for (String order : orders.stream().distinct().toList()) {
      String stop = path + "/orders/" + order;
      pause();
      courier.post(stop + "/pickup", "{}");
      pause();
      if (chance(0.2)) {
        courier.post(stop + "/fail", "{\"reason\":\"nobody there\"}");
        courier.post(stop + "/return", "{}");
      } else if (chance(0.2)) {
        courier.post(path + "/breakdown", "{\"reason\":\"puncture\",\"at\":%s}".formatted(HERE));
        courier.post("/v1/couriers/" + id + "/break/end", "{}");
      } else {
        courier.post(stop + "/dropoff", "{}");
      }
    }
  }

  private Instant now() {
    return Instant.parse(api.operator().get("/v1/clock").ok().path("now").asString());
  }
}
