package id.antar.load.gatling;

import id.antar.load.client.Actor;
import id.antar.load.client.Api;
import id.antar.load.client.CallKind;
import id.antar.load.client.Door;
import id.antar.load.client.EngineGate;
import id.antar.load.client.Incidents;
import id.antar.load.client.Latencies;
import id.antar.load.client.Point;
import id.antar.load.client.Request;
import id.antar.load.client.Tokens;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.People.Courier;
import id.antar.load.town.world.People.Customer;
import id.antar.load.town.world.People.Merchant;
import id.antar.load.town.world.Registry;
import id.antar.load.town.world.Settlers;
import id.antar.load.town.world.StreetMap;
import id.antar.load.town.world.TownClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;

/// Who takes part. All are registered, and have their tokens, before anything is measured.
final class Cast {

  private static final long SEED = 1;
  private static final int CUSTOMERS = 40;
  private static final double MARGIN_DEGREES = 0.005;

  private final String run = Long.toString(ThreadLocalRandom.current().nextLong(1L << 31), 36);
  private final TownClock clock = new TownClock();
  private final Map<Actor, String> tokens = new ConcurrentHashMap<>();
  private final AtomicInteger merchantsIn = new AtomicInteger();
  private final AtomicInteger couriersIn = new AtomicInteger();
  private final AtomicInteger operatorsIn = new AtomicInteger();
  private final Api api;
  private final List<Merchant> merchants;
  private final List<Courier> couriers;
  private final List<Customer> customers;
  private final List<Actor> operators = new ArrayList<>();

  private Cast(LoadOptions options, Company company) throws InterruptedException {
    Door door = new Door(options.url());
    clock.set(door.findClock().orElseThrow(() -> new IllegalStateException("The engine is gone.")));
    EngineGate gate =
        new EngineGate(
            () -> door.findClock().isPresent(),
            new EngineGate.Watcher() {},
            Duration.ofSeconds(30),
            Duration.ofMillis(500));
    api = new Api(door, new Tokens(options.tokenFile()), gate, new Latencies(), new Incidents());
    StreetMap map = StreetMap.survey(api, Actor.operator("o-" + run), Dice.of(SEED, "map"));
    Settlers settlers = new Settlers(api, map, new Registry(api, run), SEED, run, _ -> false);
    merchants = settlers.merchants(company.merchants());
    couriers = settlers.couriers(company.couriers());
    customers = settlers.customers(CUSTOMERS);
    for (int i = 0; i < company.operators(); i++) {
      operators.add(Actor.operator("o-" + run + "-" + i));
    }
    open();
  }

  /// How many of each.
  record Company(int merchants, int couriers, int operators) {}

  static Cast gather(LoadOptions options, Company company) {
    try {
      return new Cast(options, company);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the cast was gathered.", e);
    }
  }

  private void open() throws InterruptedException {
    for (Merchant merchant : merchants) {
      remember(merchant.actor());
      var _ =
          api.require(
              Request.post(
                  CallKind.MERCHANT_ACTION,
                  merchant.actor(),
                  "/v1/merchants/" + merchant.id() + "/open",
                  "open-" + merchant.id(),
                  Map.of("occurredAt", clock.now())));
    }
    for (Courier courier : couriers) {
      remember(courier.actor());
    }
    for (Customer customer : customers) {
      remember(customer.actor());
    }
    for (Actor operator : operators) {
      remember(operator);
    }
  }

  private void remember(Actor actor) throws InterruptedException {
    tokens.put(actor, api.tokenOf(actor));
  }

  String run() {
    return run;
  }

  TownClock clock() {
    return clock;
  }

  String token(Actor actor) {
    return tokens.getOrDefault(actor, "");
  }

  Merchant nextMerchant() {
    return merchants.get(merchantsIn.getAndIncrement() % merchants.size());
  }

  Courier nextCourier() {
    return couriers.get(couriersIn.getAndIncrement() % couriers.size());
  }

  Actor nextOperator() {
    return operators.get(operatorsIn.getAndIncrement() % operators.size());
  }

  Customer someCustomer() {
    return customers.get(ThreadLocalRandom.current().nextInt(customers.size()));
  }

  Merchant someMerchant() {
    return merchants.get(ThreadLocalRandom.current().nextInt(merchants.size()));
  }

  /// A window of the map, with everybody in it, as a topic names it: south, west, north, east.
  String viewport() {
    List<Point> homes = new ArrayList<>();
    merchants.forEach(merchant -> homes.add(merchant.location()));
    couriers.forEach(courier -> homes.add(courier.start()));
    return String.format(
        Locale.ROOT,
        "%.4f,%.4f,%.4f,%.4f",
        least(homes, Point::latitude) - MARGIN_DEGREES,
        least(homes, Point::longitude) - MARGIN_DEGREES,
        -least(homes, home -> -home.latitude()) + MARGIN_DEGREES,
        -least(homes, home -> -home.longitude()) + MARGIN_DEGREES);
  }

  private static double least(List<Point> points, ToDoubleFunction<Point> coordinate) {
    return points.stream().mapToDouble(coordinate).min().orElseThrow();
  }
}
