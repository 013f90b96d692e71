package id.antar.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.dummy;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitHereIfFailed;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.roundRobinSwitch;
import static io.gatling.javaapi.http.HttpDsl.sse;
import static io.gatling.javaapi.http.HttpDsl.status;
import static io.gatling.javaapi.http.HttpDsl.ws;

import id.antar.load.town.life.Stage;
import id.antar.load.town.world.People.Customer;
import id.antar.load.town.world.People.Dish;
import id.antar.load.town.world.People.Merchant;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/// Customers place an order and follow it, half of them over WebSocket, half by server-sent events.
final class Customers {

  static final String PLACE = "place order";
  static final String TO_WEB_SOCKET = "confirmation to follower (WebSocket)";
  static final String TO_EVENTS = "confirmation to follower (SSE)";
  static final String CANCEL = "cancel order";

  private static final Duration LOOKS_EVERY = Duration.ofMillis(100);

  private final Supplier<Cast> cast;
  private final Supplier<Day> day;

  Customers(Supplier<Cast> cast, Supplier<Day> day) {
    this.cast = cast;
    this.day = day;
  }

  /// From the click to the door.
  ChainBuilder orderAndEat() {
    return order(PLACE, true)
        .exec(follow(Stage.DELIVERED))
        .exec(
            dummy("order is delivered", 0).withSuccess(session -> following(session).isDelivered()))
        .exec(this::ended);
  }

  /// Nobody carries it: once it is confirmed it is called off, so that no later courier comes for
  /// it.
  ChainBuilder orderAndCancel() {
    return order(PLACE, true)
        .exec(follow(Stage.CONFIRMED))
        .exec(dummy("order is confirmed", 0).withSuccess(session -> following(session).isThere()))
        .exec(
            Calls.post(
                    CANCEL,
                    "/v1/orders/#{orderId}/cancel",
                    _ -> Map.of("reason", "changed my mind"))
                .check(status().is(200)))
        .exec(this::ended);
  }

  /// @param name in the report
  /// @param byCard whether some pay by card
  ChainBuilder order(String name, boolean byCard) {
    return exec(
            session -> {
              String orderId = UUID.randomUUID().toString();
              Customer customer = cast.get().someCustomer();
              day.get().placing(orderId);
              return Calls.is(session, cast.get(), customer.actor())
                  .set("orderId", orderId)
                  .set("placement", placement(orderId, customer, byCard));
            })
        .exec(
            Calls.post(name, "/v1/orders", session -> session.getMap("placement"))
                .check(status().is(201)))
        .exec(session -> session.isFailed() ? ended(session) : session)
        .exec(exitHereIfFailed());
  }

  private Map<String, Object> placement(String orderId, Customer customer, boolean byCard) {
    Merchant merchant = cast.get().someMerchant();
    List<Dish> menu = merchant.menu();
    var random = ThreadLocalRandom.current();
    Dish dish = menu.get(random.nextInt(menu.size()));
    boolean card = byCard && random.nextDouble() < 0.7;
    return Map.of(
        "orderId", orderId,
        "merchantId", merchant.id(),
        "basket",
            List.of(
                Map.of(
                    "productId", dish.productId(),
                    "quantity", 1 + random.nextInt(3),
                    "unitPrice", Map.of("minor", dish.priceMinor(), "currency", "EUR"))),
        "recipient", Map.of("name", customer.name(), "phone", customer.phone()),
        "dropoff",
            Map.of("point", customer.home(), "text", customer.address(), "note", "Ring twice."),
        "payment", Map.of("method", card ? "card" : "cash", "token", card ? "sandbox-card" : ""));
  }

  private ChainBuilder follow(Stage until) {
    return exec(session ->
            session.set(
                "following", new Following(Calls.text(session, "orderId"), day.get(), until)))
        .exec(roundRobinSwitch().on(byWebSocket(), byEvents()));
  }

  private ChainBuilder byWebSocket() {
    return Calls.connect()
        .exec(Calls.subscribe("follow order", "order:#{orderId}"))
        .exec(
            look(
                TO_WEB_SOCKET,
                ws.processUnmatchedMessages(
                    (messages, session) -> heard(session, Frames.ofWebSocket(messages)))))
        .exec(ws("close WebSocket").close());
  }

  private ChainBuilder byEvents() {
    return exec(sse("follow order by events")
            .get("/v1/orders/#{orderId}/stream")
            .await(5)
            .on(
                sse.checkMessage("follow order by events: subscribed")
                    .matching(jsonPath("$.event").is("subscribed"))))
        .exec(
            look(
                TO_EVENTS,
                sse.processUnmatchedMessages(
                    (messages, session) -> heard(session, Frames.ofEvents(messages)))))
        .exec(sse("close events").close());
  }

  private ChainBuilder look(String name, ActionBuilder listen) {
    return asLongAs(session -> !following(session).isThere() && !day.get().isNight())
        .on(pause(LOOKS_EVERY).exec(listen).exec(Calls.report(name, "samples")));
  }

  private static Session heard(Session session, List<Frames.Heard> heard) {
    following(session).hear(heard);
    return session.set("samples", following(session).takeSamples());
  }

  private Session ended(Session session) {
    day.get().ended(Calls.text(session, "orderId"));
    return session;
  }

  private static Following following(Session session) {
    return Calls.kept(session, "following");
  }
}
