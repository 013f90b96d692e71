package id.antar.dispatch.plan;

import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.geo.Vehicle;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import id.antar.dispatch.plan.DispatchPlan.BundleDecision;
import id.antar.dispatch.plan.DispatchProblem.Decline;
import id.antar.dispatch.plan.DispatchProblem.FreeCourier;
import id.antar.dispatch.plan.DispatchProblem.OpenOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A town along one straight street, written as text. Places are numbers: seconds from the street's
/// beginning. Lines are
///
///     courier ada at 100 [free 60] [capacity 1] [vehicle bicycle]
///     order a from noodles at 300 to 900 ready 600 [placed -60] [declined ada -10]
///
/// Every order has every courier as its candidate, in the order of their lines.
final class LineTown {

  static final DispatchPolicy POLICY = DispatchPolicy.standard();

  private final List<FreeCourier> couriers = new ArrayList<>();
  private final List<String> orderLines = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private DispatchPolicy policy = POLICY;
  private long seed = 7;

  static LineTown of(String text) {
    var town = new LineTown();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("courier ")) {
        town.couriers.add(town.courier(words(line)));
      } else if (line.startsWith("order ")) {
        town.orderLines.add(line);
      } else if (!line.isEmpty()) {
        throw new IllegalArgumentException("Not a line of a town: " + line);
      }
    }
    return town;
  }

  LineTown with(DispatchPolicy other) {
    policy = other;
    return this;
  }

  LineTown withSeed(long other) {
    seed = other;
    return this;
  }

  DispatchProblem problem() {
    List<OpenOrder> orders = orderLines.stream().map(line -> order(words(line))).toList();
    var travel = TravelTimes.builder();
    for (Vehicle vehicle : Vehicle.values()) {
      for (int from = 0; from < places.size(); from++) {
        for (int to = 0; to < places.size(); to++) {
          travel.leg(vehicle, from, to, Math.abs(places.get(from) - places.get(to)));
        }
      }
    }
    return new DispatchProblem(
        new ZoneId("street"),
        Instant.parse("2026-11-21T12:00:00Z"),
        seed,
        policy,
        orders,
        couriers,
        travel.build());
  }

  DispatchPlan plan() {
    return DispatchPlanner.plan(problem());
  }

  /// One line per bundle: its orders, and the courier's stops with their seconds or why nobody.
  String told() {
    return plan().bundles().stream().map(LineTown::tell).collect(Collectors.joining("\n"));
  }

  private static String tell(BundleDecision bundle) {
    String orders =
        bundle.orders().stream().map(OrderId::value).collect(Collectors.joining("+")) + ": ";
    var choice = bundle.choice();
    if (choice != null) {
      return orders
          + choice.courier()
          + choice.stops().stream()
              .map(s ->
                  " "
                      + s.kind().name().toLowerCase(java.util.Locale.ROOT)
                      + " "
                      + s.order()
                      + " @"
                      + s.eta())
              .collect(Collectors.joining(","));
    }
    return orders + bundle.outcome() + (bundle.dueIn() == null ? "" : " " + bundle.dueIn());
  }

  private static List<String> words(String line) {
    return List.of(line.split("\\s+"));
  }

  private FreeCourier courier(List<String> words) {
    return new FreeCourier(
        new CourierId(words.get(1)),
        Vehicle.valueOf(word(words, "vehicle", "SCOOTER").toUpperCase(java.util.Locale.ROOT)),
        number(words, "capacity", 3),
        place(number(words, "at", 0)),
        number(words, "free", 0));
  }

  private OpenOrder order(List<String> words) {
    var declines = new ArrayList<Decline>();
    if (words.contains("declined")) {
      int index = words.indexOf("declined");
      String name = words.get(index + 1);
      int courier =
          IntStream.range(0, couriers.size())
              .filter(i -> couriers.get(i).courier().value().equals(name))
              .findFirst()
              .orElseThrow();
      declines.add(new Decline(courier, Integer.parseInt(words.get(index + 2))));
    }
    return new OpenOrder(
        new OrderId(words.get(1)),
        new MerchantId(word(words, "from", "noodles")),
        place(number(words, "at", 0)),
        place(number(words, "to", 0)),
        number(words, "placed", 0),
        number(words, "ready", 0),
        IntStream.range(0, couriers.size()).boxed().toList(),
        declines);
  }

  private int place(int metre) {
    if (!places.contains(metre)) {
      places.add(metre);
    }
    return places.indexOf(metre);
  }

  private static int number(List<String> words, String key, int fallback) {
    return Integer.parseInt(word(words, key, String.valueOf(fallback)));
  }

  private static String word(List<String> words, String key, String fallback) {
    int index = words.indexOf(key);
    return index < 0 ? fallback : words.get(index + 1);
  }
}
