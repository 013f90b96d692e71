package id.antar.dispatch.plan;

import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.geo.Vehicle;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import id.antar.dispatch.plan.DispatchPlan.OrderDecision;
import id.antar.dispatch.plan.DispatchProblem.Decline;
import id.antar.dispatch.plan.DispatchProblem.DutyCourier;
import id.antar.dispatch.plan.DispatchProblem.Heading;
import id.antar.dispatch.plan.DispatchProblem.OpenOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A town along one straight street, written as text. Places are numbers: seconds from the street's
/// beginning, for every vehicle. A stop takes 120 seconds, half of them before the pickup or the
/// drop-off. Lines are
///
///     policy neighbours
///     policy unassigned 10
///     centre at 500
///     river at 700
///     courier ada at 100 [free 60] [capacity 1] [until 7200] [shift 28800] [carried 4] [vehicle v]
///         [heading a+b departed -60 arrival 120]
///     order a from noodles at 300 to 900 ready 600 [placed -60] [declined ada -10] [pinned ada]
///         [among ada+bob]
///
/// A place is as remote as it is far from the centre, or not at all where there is none; nothing
/// crosses a river. An order has every courier as its candidate unless it says among whom.
public final class LineTown {

  private final List<List<String>> couriers = new ArrayList<>();
  private final List<List<String>> orders = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private DispatchPolicy policy = DispatchPolicy.standard();
  private @Nullable Integer centre;
  private @Nullable Integer river;
  private long seed = 7;

  public static LineTown of(String text) {
    var town = new LineTown();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> List.of(line.split("\\s+")))
        .forEach(town::line);
    return town;
  }

  private void line(List<String> words) {
    switch (words.getFirst()) {
      case "courier" -> couriers.add(words);
      case "order" -> orders.add(words);
      case "centre" -> centre = number(words, "at", 0);
      case "river" -> river = number(words, "at", 0);
      case "policy" ->
          policy =
              words.size() == 2
                  ? DispatchPolicy.find(words.get(1)).orElseThrow()
                  : Policies.with(policy, words.get(1), Integer.parseInt(words.get(2)));
      default -> throw new IllegalArgumentException("Not a line of a town: " + words);
    }
  }

  public LineTown withSeed(long other) {
    seed = other;
    return this;
  }

  public DispatchProblem problem() {
    List<OpenOrder> open = orders.stream().map(this::order).toList();
    List<DutyCourier> duty = couriers.stream().map(this::courier).toList();
    return new DispatchProblem(
        new ZoneId("street"),
        Instant.parse("2026-11-21T12:00:00Z"),
        seed,
        policy,
        duty.size(),
        open,
        duty,
        places.stream().map(at -> centre == null ? 0 : Math.abs(at - centre)).toList(),
        travel());
  }

  public DispatchPlan plan() {
    return DispatchPlanner.plan(problem());
  }

  /// One line per order: what becomes of it, with whom, and when.
  String told() {
    DispatchPlan plan = plan();
    return plan.orders().stream().map(this::tell).collect(Collectors.joining("\n"));
  }

  /// One line per courier with anything to do: the trips, each its orders as they are dropped off.
  String trips() {
    return plan().couriers().stream()
        .map(each ->
            name(couriers, each.courier())
                + ": "
                + each.trips().stream()
                    .map(trip ->
                        trip.orders().stream()
                            .map(order -> name(orders, order))
                            .collect(Collectors.joining("+")))
                    .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("\n"));
  }

  /// Up to seven couriers and nine orders of three merchants, with whatever a round may meet.
  public static LineTown random(Random random) {
    var text = new StringBuilder("centre at 1000\n");
    int couriers = random.nextInt(8);
    int orders = random.nextInt(10);
    boolean isHeading = couriers > 0 && orders > 0 && random.nextBoolean();
    for (int i = 0; i < couriers; i++) {
      text.append(
          "courier c%d at %d capacity %d vehicle %s free %d carried %d"
              .formatted(
                  i,
                  random.nextInt(2000),
                  1 + random.nextInt(3),
                  random.nextBoolean() ? "scooter" : "bicycle",
                  random.nextInt(3) == 0 ? random.nextInt(600) : 0,
                  random.nextInt(12)));
      text.append(random.nextInt(5) == 0 ? " until " + random.nextInt(1200) : "");
      text.append(i == 0 && isHeading ? " heading o0 departed -60 arrival 240\n" : "\n");
    }
    for (int i = 0; i < orders; i++) {
      int merchant = random.nextInt(3);
      text.append(
          "order o%d from m%d at %d to %d ready %d placed %d"
              .formatted(
                  i,
                  merchant,
                  500 * merchant,
                  random.nextInt(2000),
                  random.nextInt(1200) - 300,
                  -100 - random.nextInt(3000)));
      boolean isFree = i > 0 || !isHeading;
      if (couriers > 0 && isFree && random.nextInt(4) == 0) {
        text.append(" declined c%d %d".formatted(random.nextInt(couriers), -random.nextInt(400)));
      }
      if (couriers > 0 && isFree && random.nextInt(8) == 0) {
        text.append(" pinned c%d".formatted(random.nextInt(couriers)));
      }
      text.append('\n');
    }
    return of(text.toString());
  }

  private String tell(OrderDecision decision) {
    String what = name(orders, decision.order()) + ": " + decision.outcome();
    Integer courier = decision.courier();
    if (courier == null) {
      return what;
    }
    var candidate =
        decision.candidates().stream()
            .filter(c -> c.courier() == courier)
            .findFirst()
            .orElseThrow();
    return what
        + " "
        + name(couriers, courier)
        + (decision.dueIn() == null
            ? " pickup %d door %d".formatted(candidate.pickup(), candidate.door())
            : " in " + decision.dueIn());
  }

  private TravelTimes travel() {
    var travel = TravelTimes.builder();
    for (Vehicle vehicle : Vehicle.values()) {
      for (int from = 0; from < places.size(); from++) {
        for (int to = 0; to < places.size(); to++) {
          if (river == null || (places.get(from) < river) == (places.get(to) < river)) {
            travel.leg(vehicle, from, to, Math.abs(places.get(from) - places.get(to)));
          }
        }
      }
    }
    return travel.build();
  }

  private DutyCourier courier(List<String> words) {
    return new DutyCourier(
        new CourierId(words.get(1)),
        Vehicle.valueOf(word(words, "vehicle", "scooter").toUpperCase(Locale.ROOT)),
        number(words, "capacity", 3),
        place(number(words, "at", 0)),
        number(words, "free", 0),
        number(words, "until", 14_400),
        number(words, "shift", 28_800),
        number(words, "carried", 0),
        words.contains("heading") ? heading(words) : null);
  }

  private Heading heading(List<String> words) {
    List<Integer> bundle = indexes(orders, word(words, "heading", ""));
    return new Heading(
        place(number(orders.get(bundle.getFirst()), "at", 0)),
        number(words, "departed", 0),
        number(words, "arrival", 0),
        bundle);
  }

  private OpenOrder order(List<String> words) {
    int declined = words.indexOf("declined");
    List<Integer> all = IntStream.range(0, couriers.size()).boxed().toList();
    return new OpenOrder(
        new OrderId(words.get(1)),
        new MerchantId(word(words, "from", "noodles")),
        place(number(words, "at", 0)),
        place(number(words, "to", 0)),
        number(words, "placed", 0),
        number(words, "ready", 0),
        120,
        120,
        words.contains("pinned") ? index(couriers, word(words, "pinned", "")) : null,
        words.contains("among") ? indexes(couriers, word(words, "among", "")) : all,
        declined < 0
            ? List.of()
            : List.of(
                new Decline(
                    index(couriers, words.get(declined + 1)),
                    Integer.parseInt(words.get(declined + 2)))));
  }

  private static List<Integer> indexes(List<List<String>> lines, String names) {
    return Arrays.stream(names.split("\\+")).map(name -> index(lines, name)).toList();
  }

  private static int index(List<List<String>> lines, String name) {
    return IntStream.range(0, lines.size())
        .filter(i -> name(lines, i).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Nobody is called " + name + "."));
  }

  private static String name(List<List<String>> lines, int index) {
    return lines.get(index).get(1);
  }

  private int place(int at) {
    if (!places.contains(at)) {
      places.add(at);
    }
    return places.indexOf(at);
  }

  private static int number(List<String> words, String key, int fallback) {
    return Integer.parseInt(word(words, key, String.valueOf(fallback)));
  }

  private static String word(List<String> words, String key, String fallback) {
    int index = words.indexOf(key);
    return index < 0 ? fallback : words.get(index + 1);
  }
}
