package id.antar.infra.searchload;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.ProductId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderLine;
import id.antar.api.order.OrderTerms;
import id.antar.api.order.OrderTotal;
import id.antar.api.order.Party;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPart;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// A year of a city of 20 km across, by a seed: merchants around a centre, few of them with most of
/// the orders; more orders at lunch and in the evening.
final class MadeOrders {

  static final int MERCHANTS = 2_000;
  static final int CUSTOMERS = 200_000;
  static final GeoPoint CENTRE = new GeoPoint(-6.2, 106.82);
  static final Instant BEGIN = Instant.parse("2025-11-01T00:00:00Z");
  static final Duration YEAR = Duration.ofDays(365);

  static final List<String> DISHES =
      List.of(
          "Fried rice",
          "Chicken satay",
          "Beef rendang",
          "Noodle soup",
          "Spring rolls",
          "Vegetable curry",
          "Grilled fish",
          "Iced tea",
          "Mango juice",
          "Coconut pancake",
          "Spicy tofu",
          "Duck bao",
          "Tomato pizza",
          "Cheese burger",
          "Green salad",
          "Pumpkin soup",
          "Lemon chicken",
          "Prawn crackers",
          "Banana fritters",
          "Black coffee");
  static final List<String> NAMES =
      List.of("Golden", "Lotus", "Harbour", "Garden", "Lucky", "Corner", "Royal", "Sunrise");
  private static final List<String> KINDS =
      List.of("Kitchen", "Noodles", "Grill", "Bakery", "Diner", "Warung", "House", "Table");
  private static final double DEGREES = 0.09;
  private static final String CURRENCY = "IDR";

  private final Random random;
  private final List<GeoPoint> places;

  MadeOrders(long seed) {
    random = new Random(seed);
    places = IntStream.range(0, MERCHANTS).mapToObj(_ -> place()).toList();
  }

  private GeoPoint place() {
    return new GeoPoint(
        CENTRE.latitude() + Math.clamp(random.nextGaussian(), -3, 3) * DEGREES / 3,
        CENTRE.longitude() + Math.clamp(random.nextGaussian(), -3, 3) * DEGREES / 3);
  }

  static String merchantName(int merchant) {
    return NAMES.get(merchant % NAMES.size())
        + " "
        + KINDS.get(merchant / NAMES.size() % KINDS.size())
        + " "
        + merchant;
  }

  static MerchantId merchant(int number) {
    return new MerchantId("merchant-" + number);
  }

  static CustomerId customer(int number) {
    return new CustomerId("customer-" + number);
  }

  /// Everything that happens to one order.
  List<OrderEvent> order(int number) {
    var id = new OrderId("order-" + number);
    int merchant = (int) (MERCHANTS * Math.pow(random.nextDouble(), 2.5));
    Instant at = placedAt();
    List<OrderEvent> events = new ArrayList<>(List.of(placed(id, merchant, at)));
    double fate = random.nextDouble();
    if (fate < 0.07) {
      var by = new Party.Merchant(merchant(merchant));
      events.add(new OrderCancelled(id, by, "closed", null, at.plusSeconds(60)));
    } else if (fate < 0.97) {
      carried(id, at, fate > 0.96, events);
    }
    return events;
  }

  private Instant placedAt() {
    int day = random.nextInt((int) YEAR.toDays());
    double hour = Math.clamp((random.nextBoolean() ? 5 : 12) + random.nextGaussian() * 2, 0, 23.9);
    return BEGIN.plus(Duration.ofDays(day)).plusSeconds((long) (hour * 3600));
  }

  private void carried(OrderId id, Instant at, boolean underWay, List<OrderEvent> events) {
    var courier = new CourierId("courier-" + random.nextInt(3_000));
    var trip = new AssignmentId("trip-" + id);
    events.add(
        new OrderConfirmed(id, at.plusSeconds(900), at.plusSeconds(1800), at.plusSeconds(60)));
    events.add(new CourierAssigned(id, trip, courier, at.plusSeconds(300)));
    events.add(new OrderPickedUp(id, trip, courier, at.plusSeconds(1000)));
    if (!underWay) {
      events.add(new OrderDelivered(id, trip, courier, at.plusSeconds(2000)));
    }
  }

  private OrderPlaced placed(OrderId id, int merchant, Instant at) {
    CustomerId customer = customer(random.nextInt(CUSTOMERS));
    var person = new PersonId("customer." + customer);
    GeoPoint place = places.get(merchant);
    List<OrderLine> lines =
        IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(_ -> line()).toList();
    Money items = lines.stream().map(OrderLine::total).reduce(Money.zero(CURRENCY), Money::plus);
    OrderTotal total = OrderTotal.of(items, Money.of(900_000, CURRENCY));
    PaymentMethod method = PaymentMethod.values()[random.nextInt(PaymentMethod.values().length)];
    return new OrderPlaced(
        id,
        customer,
        merchant(merchant),
        merchantName(merchant),
        place,
        Personal.of(person, new Contact("Somebody", "+62 812 0000")),
        Personal.of(person, new Address(place, "1 Street", "")),
        lines,
        total,
        new OrderTerms(1_500, Money.of(800_000, CURRENCY)),
        null,
        new PaymentId("payment-" + id),
        List.of(new PaymentPart(1, new PaymentChoice(method, ""), total.total())),
        at.plusSeconds(900),
        at);
  }

  private OrderLine line() {
    int dish = random.nextInt(DISHES.size());
    Money price = Money.of((1 + random.nextInt(12)) * 500_000L, CURRENCY);
    return new OrderLine(
        new ProductId("dish-" + dish), DISHES.get(dish), 1 + random.nextInt(3), price);
  }
}
