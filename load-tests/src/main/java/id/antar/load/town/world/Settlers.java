package id.antar.load.town.world;

import id.antar.load.client.Actor;
import id.antar.load.client.Api;
import id.antar.load.client.CallKind;
import id.antar.load.client.Point;
import id.antar.load.client.Request;
import id.antar.load.town.world.People.Courier;
import id.antar.load.town.world.People.Customer;
import id.antar.load.town.world.People.Dish;
import id.antar.load.town.world.People.Merchant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;

/// Finds everybody a place, and registers them.
public final class Settlers {

  private static final int AT_ONCE = 6;
  private static final double RIDES_BICYCLE = 0.35;

  private final Api api;
  private final StreetMap map;
  private final long seed;
  private final String run;
  private final IntPredicate tardy;
  private final AtomicLong keys = new AtomicLong();

  /// @param run the town's own word in all ids
  /// @param tardy which merchants are, by their number
  public Settlers(Api api, StreetMap map, long seed, String run, IntPredicate tardy) {
    this.api = api;
    this.map = map;
    this.seed = seed;
    this.run = run;
    this.tardy = tardy;
  }

  public List<Merchant> merchants(int count) throws InterruptedException {
    return all(count, this::settleMerchant);
  }

  public List<Courier> couriers(int count) throws InterruptedException {
    return all(count, this::settleCourier);
  }

  public List<Customer> customers(int count) throws InterruptedException {
    return all(count, this::settleCustomer);
  }

  private Merchant settleMerchant(int number) throws InterruptedException {
    Dice dice = dice("merchant-" + number);
    Merchant merchant =
        new Merchant(
            Actor.merchant("m-" + run + "-" + number),
            Names.merchant(number),
            Names.kitchen(number),
            Names.phone(dice),
            Names.address(dice),
            map.findHome(dice),
            190 + 10L * dice.below(20),
            Duration.ofMinutes(6 + dice.below(10)),
            Names.menu(number, dice),
            tardy.test(number));
    register(
        merchant.actor(),
        "/v1/merchants",
        Map.of(
            "merchantId", merchant.id(),
            "name", merchant.name(),
            "description", merchant.description(),
            "phone", merchant.phone(),
            "address", merchant.address(),
            "location", merchant.location(),
            "deliveryFee", euros(merchant.deliveryFeeMinor()),
            "prepTime", merchant.prepTime()));
    for (Dish dish : merchant.menu()) {
      list(merchant, dish);
    }
    return merchant;
  }

  private void list(Merchant merchant, Dish dish) throws InterruptedException {
    var _ =
        api.require(
            Request.put(
                CallKind.MERCHANT_ACTION,
                merchant.actor(),
                "/v1/merchants/" + merchant.id() + "/products/" + dish.productId(),
                newKey(),
                Map.of(
                    "name", dish.name(),
                    "description", dish.description(),
                    "price", euros(dish.priceMinor()),
                    "imageUrl", "",
                    "available", true)));
  }

  private Courier settleCourier(int number) throws InterruptedException {
    Dice dice = dice("courier-" + number);
    boolean rides = dice.chance(RIDES_BICYCLE) && map.vehicles().contains("bicycle");
    Courier courier =
        new Courier(
            Actor.courier("r-" + run + "-" + number),
            Names.person(dice) + " " + number,
            Names.phone(dice),
            rides ? "" : Names.plate(dice),
            rides ? "bicycle" : "scooter",
            rides ? 2 : 3,
            dice.between(0.95, 1.15),
            map.findHome(dice));
    register(
        courier.actor(),
        "/v1/couriers",
        Map.of(
            "courierId", courier.id(),
            "fullName", courier.name(),
            "phone", courier.phone(),
            "licensePlate", courier.plate(),
            "vehicle", courier.vehicle(),
            "capacity", courier.capacity()));
    return courier;
  }

  private Customer settleCustomer(int number) throws InterruptedException {
    Dice dice = dice("customer-" + number);
    Point home = map.findHome(dice);
    Customer customer =
        new Customer(
            Actor.customer("c-" + run + "-" + number),
            Names.person(dice),
            Names.phone(dice),
            home,
            Names.address(dice));
    register(
        customer.actor(),
        "/v1/customers",
        Map.of(
            "customerId", customer.actor().subject(),
            "name", customer.name(),
            "phone", customer.phone()));
    return customer;
  }

  private void register(Actor actor, String path, Map<String, Object> body)
      throws InterruptedException {
    var _ = api.require(Request.post(CallKind.CUSTOMER_ACTION, actor, path, newKey(), body));
  }

  private Dice dice(String name) {
    return Dice.of(seed, name);
  }

  private String newKey() {
    return run + "-settle-" + keys.incrementAndGet();
  }

  private static Map<String, Object> euros(long minor) {
    return Map.of("minor", minor, "currency", "EUR");
  }

  @FunctionalInterface
  private interface Settling<T> {
    T settle(int number) throws InterruptedException;
  }

  private static <T> List<T> all(int count, Settling<T> settling) throws InterruptedException {
    List<Callable<T>> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      tasks.add(() -> settling.settle(number));
    }
    List<T> settled = new ArrayList<>();
    try (var executor = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      for (Future<T> future : executor.invokeAll(tasks)) {
        settled.add(future.get());
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
    return settled;
  }
}
