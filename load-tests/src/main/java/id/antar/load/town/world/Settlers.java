package id.antar.load.town.world;

import id.antar.load.client.Actor;
import id.antar.load.client.Answer;
import id.antar.load.client.Api;
import id.antar.load.client.CallKind;
import id.antar.load.client.Money;
import id.antar.load.client.Point;
import id.antar.load.client.Request;
import id.antar.load.town.world.People.Courier;
import id.antar.load.town.world.People.Customer;
import id.antar.load.town.world.People.Dish;
import id.antar.load.town.world.People.Merchant;
import id.antar.load.town.world.People.Prices;
import id.antar.load.town.world.People.Voucher;
import id.antar.load.town.world.Welcome.Applicant;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;

/// Finds everybody a place, and makes them known.
public final class Settlers {

  private static final double RIDES_BICYCLE = 0.35;
  private static final List<Integer> TAX_RATES = List.of(550, 1_000, 2_000);
  private static final Instant VOUCHERS_END = Instant.parse("2099-01-01T00:00:00Z");
  private static final int VOUCHER_USES = 1_000;

  /// A sign-up is answered before the engine has registered whom it registers.
  private static final int MOST_LOOKS = 20;

  private static final long LOOK_MILLIS = 250;

  private final Api api;
  private final StreetMap map;
  private final Welcome welcome;
  private final long seed;
  private final String run;
  private final IntPredicate tardy;
  private final AtomicLong keys = new AtomicLong();

  /// @param run the town's own word in all keys
  /// @param tardy which merchants are, by their number
  public Settlers(
      Api api, StreetMap map, Welcome welcome, long seed, String run, IntPredicate tardy) {
    this.api = api;
    this.map = map;
    this.welcome = welcome;
    this.seed = seed;
    this.run = run;
    this.tardy = tardy;
  }

  public List<Merchant> merchants(int count) throws InterruptedException {
    return welcome.admit("merchant", count, this::merchant, this::register);
  }

  public List<Courier> couriers(int count) throws InterruptedException {
    return welcome.admit(
        "courier",
        count,
        this::courier,
        courier -> awaitKnown(courier.actor(), "/v1/couriers/" + courier.id()));
  }

  public List<Customer> customers(int count) throws InterruptedException {
    return welcome.admit(
        "customer",
        count,
        this::customer,
        customer -> awaitKnown(customer.actor(), "/v1/customers/" + customer.actor().subject()));
  }

  private Applicant<Merchant> merchant(int number) throws InterruptedException {
    Dice dice = Dice.of(seed, "merchant-" + number);
    String phone = Names.phone(dice);
    String address = Names.address(dice);
    Point location = map.findHome(dice);
    long fee = 190 + 10L * dice.below(20);
    Duration prepTime = Duration.ofMinutes(6 + dice.below(10));
    List<Dish> menu = Names.menu(number, dice);
    Prices prices = prices(number, dice);
    return new Applicant<>(
        Map.of(),
        actor ->
            new Merchant(
                actor,
                Names.merchant(number),
                Names.kitchen(number),
                phone,
                address,
                location,
                fee,
                prepTime,
                menu,
                prices,
                tardy.test(number)));
  }

  /// Every other merchant takes a share off, the others an amount.
  private static Prices prices(int number, Dice dice) {
    int tax = dice.pick(TAX_RATES);
    String code = "WELCOME-" + number;
    return new Prices(
        tax, number % 2 == 0 ? new Voucher(code, 1_000, 0, 0) : new Voucher(code, 0, 200, 1_200));
  }

  private Applicant<Courier> courier(int number) throws InterruptedException {
    Dice dice = Dice.of(seed, "courier-" + number);
    boolean rides = dice.chance(RIDES_BICYCLE) && map.vehicles().contains("bicycle");
    String name = Names.person(dice) + " " + number;
    String phone = Names.phone(dice);
    String plate = rides ? "" : Names.plate(dice);
    String vehicle = rides ? "bicycle" : "scooter";
    int capacity = rides ? 2 : 3;
    double pace = dice.between(0.95, 1.15);
    Point start = map.findHome(dice);
    Map<String, Object> form =
        Map.of(
            "name", name,
            "phone", phone,
            "licensePlate", plate,
            "vehicle", vehicle,
            "capacity", capacity);
    return new Applicant<>(
        form, actor -> new Courier(actor, name, phone, plate, vehicle, capacity, pace, start));
  }

  private Applicant<Customer> customer(int number) throws InterruptedException {
    Dice dice = Dice.of(seed, "customer-" + number);
    Point home = map.findHome(dice);
    String name = Names.person(dice) + " " + number;
    String phone = Names.phone(dice);
    String address = Names.address(dice);
    return new Applicant<>(
        Map.of("name", name, "phone", phone),
        actor -> new Customer(actor, name, phone, home, address));
  }

  private void register(Merchant merchant) throws InterruptedException {
    var _ =
        api.require(
            Request.post(
                CallKind.MERCHANT_ACTION,
                merchant.actor(),
                "/v1/merchants",
                newKey(),
                Map.of(
                    "merchantId", merchant.id(),
                    "name", merchant.name(),
                    "description", merchant.description(),
                    "phone", merchant.phone(),
                    "address", merchant.address(),
                    "location", merchant.location(),
                    "deliveryFee", Money.euros(merchant.deliveryFeeMinor()),
                    "prepTime", merchant.prepTime())));
    for (Dish dish : merchant.menu()) {
      list(merchant, dish);
    }
    price(merchant);
  }

  private void price(Merchant merchant) throws InterruptedException {
    String path = "/v1/merchants/" + merchant.id();
    Voucher voucher = merchant.prices().voucher();
    Map<String, Object> offer = new HashMap<>();
    offer.put("code", voucher.code());
    offer.put("validUntil", VOUCHERS_END);
    offer.put("uses", VOUCHER_USES);
    offer.put("minimum", Money.euros(voucher.minimumMinor()));
    if (voucher.basisPoints() > 0) {
      offer.put("basisPoints", voucher.basisPoints());
    } else {
      offer.put("amount", Money.euros(voucher.amountMinor()));
    }
    var _ =
        api.require(
            Request.put(
                CallKind.MERCHANT_ACTION,
                merchant.actor(),
                path + "/tax-rate",
                newKey(),
                Map.of("basisPoints", merchant.prices().taxBasisPoints())));
    var _ =
        api.require(
            Request.post(
                CallKind.MERCHANT_ACTION, merchant.actor(), path + "/vouchers", newKey(), offer));
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
                    "price", Money.euros(dish.priceMinor()),
                    "imageUrl", "",
                    "available", true)));
  }

  private void awaitKnown(Actor actor, String path) throws InterruptedException {
    Answer answer = api.call(Request.get(CallKind.LIST, actor, path));
    for (int i = 1; i < MOST_LOOKS && answer.status() == 404; i++) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      answer = api.call(Request.get(CallKind.LIST, actor, path));
    }
    if (!answer.ok()) {
      throw new IllegalStateException(actor + " has signed up, and " + path + " -> " + answer);
    }
  }

  private String newKey() {
    return run + "-settle-" + keys.incrementAndGet();
  }
}
