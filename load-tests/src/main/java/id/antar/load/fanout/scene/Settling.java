package id.antar.load.fanout.scene;

import id.antar.load.client.Actor;
import id.antar.load.client.CallKind;
import id.antar.load.client.Point;
import id.antar.load.client.Request;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.StreetMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Registers those who are needed. They share a few places on the map: courier, kitchen and door of
/// the same number are at the same one.
final class Settling {

  static final int PLACES = 64;
  private static final int CARRIES = 1;
  static final String PRODUCT = "p-1";
  static final Map<String, Object> PRICE = euros(950);

  private final Access access;
  private final Hands hands;
  private final List<Point> places;

  private Settling(Access access, Hands hands, List<Point> places) {
    this.access = access;
    this.hands = hands;
    this.places = places;
  }

  static Settling on(Access access, Hands hands) throws InterruptedException {
    Dice dice = Dice.of(1, "fan-out");
    var surveyor = Actor.operator("surveyor-" + access.run());
    StreetMap map = StreetMap.survey(access.api(), surveyor, dice);
    List<Point> places = new ArrayList<>();
    for (int i = 0; i < PLACES; i++) {
      places.add(map.findHome(dice));
    }
    return new Settling(access, hands, places);
  }

  /// Around which everything happens.
  Point middle() {
    return places.getFirst();
  }

  /// @param crowded all at one place
  List<Person> couriers(int count, boolean crowded) throws InterruptedException {
    return people(
        "couriers",
        count,
        i -> Actor.courier("fr-" + access.run() + "-" + i),
        (person, i) ->
            access.requirePost(
                CallKind.COURIER_ACTION,
                person.actor(),
                "/v1/couriers",
                Map.of(
                    "courierId",
                    person.id(),
                    "fullName",
                    "Rider " + i,
                    "phone",
                    "+37790000000",
                    "licensePlate",
                    "",
                    "vehicle",
                    "scooter",
                    "capacity",
                    CARRIES)),
        crowded ? places.subList(0, 1) : places);
  }

  List<Person> customers(int count) throws InterruptedException {
    return people(
        "customers",
        count,
        i -> Actor.customer("fc-" + access.run() + "-" + i),
        (person, i) ->
            access.requirePost(
                CallKind.CUSTOMER_ACTION,
                person.actor(),
                "/v1/customers",
                Map.of(
                    "customerId", person.id(), "name", "Customer " + i, "phone", "+37790000000")),
        places);
  }

  List<Person> merchants(int count) throws InterruptedException {
    return people(
        "merchants",
        count,
        i -> Actor.merchant("fm-" + access.run() + "-" + i),
        this::openKitchen,
        places);
  }

  private void openKitchen(Person merchant, int number) throws InterruptedException {
    String path = "/v1/merchants/" + merchant.id();
    access.requirePost(
        CallKind.MERCHANT_ACTION,
        merchant.actor(),
        "/v1/merchants",
        Map.of(
            "merchantId", merchant.id(),
            "name", "Kitchen " + number,
            "location", merchant.place(),
            "deliveryFee", euros(250),
            "prepTime", "PT10M"));
    var _ =
        access
            .api()
            .require(
                Request.put(
                    CallKind.MERCHANT_ACTION,
                    merchant.actor(),
                    path + "/products/" + PRODUCT,
                    access.newKey(),
                    Map.of("name", "Soup", "price", PRICE, "available", true)));
    access.requirePost(CallKind.MERCHANT_ACTION, merchant.actor(), path + "/open", Map.of());
  }

  private interface Naming {
    Actor name(int number);
  }

  private interface Registering {
    void register(Person person, int number) throws InterruptedException;
  }

  private List<Person> people(
      String what, int count, Naming naming, Registering registering, List<Point> around)
      throws InterruptedException {
    Map<Integer, Person> settled = new ConcurrentHashMap<>();
    hands.all(
        what,
        count,
        i -> {
          Actor actor = naming.name(i);
          String token = access.api().tokenOf(actor);
          Person person = new Person(actor, token, around.get(i % around.size()));
          registering.register(person, i);
          settled.put(i, person);
        });
    Person[] people = new Person[count];
    settled.forEach((i, person) -> people[i] = person);
    if (settled.size() < count) {
      throw new IllegalStateException(
          settled.size() + " of " + count + " " + what + " settled: " + access.incidents().list());
    }
    return Arrays.asList(people);
  }

  private static Map<String, Object> euros(long minor) {
    return Map.of("minor", minor, "currency", "EUR");
  }
}
