package id.antar.dispatch.lab.run;

import id.antar.api.courier.CourierId;
import id.antar.dispatch.lab.facts.Answered;
import id.antar.dispatch.lab.facts.Answered.Kind;
import id.antar.dispatch.lab.facts.Driven;
import id.antar.dispatch.lab.facts.Facts;
import id.antar.dispatch.lab.facts.OrderFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How the couriers of a window behave, fitted to what they did in it. A courier's own observations
/// count beside those of all as if there were [#STRENGTH] more of the latter.
///
/// Offers: accepted with the courier's own probability, otherwise declined or left to expire as all
/// couriers do; after a time that some answer of the same kind took. Driving: the road's time,
/// times the courier's pace, times what some leg took against that. Service: as long as it really
/// took with this order, or else with some other.
public final class Behaviour {

  private static final double STRENGTH = 10;

  /// A shorter leg says more about parking than about driving.
  private static final int SHORTEST_LEG = 60;

  private static final int FEWEST_LEGS = 10;
  private static final double SLOWEST = 3;
  private static final double FASTEST = 1.0 / 3;

  private static final int[] ANSWERS_IN = {15};
  private static final int[] PICKUP = {60};
  private static final int[] DROPOFF = {90};

  private record Tally(double offers, double accepted, double road, double driven) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally with(boolean yes) {
      return new Tally(offers + 1, accepted + (yes ? 1 : 0), road, driven);
    }

    Tally with(int onRoad, int took) {
      return new Tally(offers, accepted, road + onRoad, driven + took);
    }
  }

  private final Map<CourierId, Tally> couriers = new HashMap<>();
  private final double acceptance;
  private final double declining;
  private final double pace;
  private final double meanLeg;
  private final int[] acceptsIn;
  private final int[] declinesIn;
  private final int[] pickups;
  private final int[] dropoffs;
  private final double[] scatter;

  public Behaviour(Facts facts, Streets streets) {
    List<Answered> answers = facts.answers();
    for (Answered each : answers) {
      tally(each.courierId(), t -> t.with(each.kind() == Kind.ACCEPTED));
    }
    int accepted = count(answers, Kind.ACCEPTED);
    int declined = count(answers, Kind.DECLINED);
    this.acceptance = (accepted + 1.0) / (answers.size() + 1.0);
    this.declining = (declined + 1.0) / (answers.size() - accepted + 2.0);
    this.acceptsIn = times(answers, Kind.ACCEPTED);
    this.declinesIn = times(answers, Kind.DECLINED);
    this.pickups = sorted(facts.orders().stream().map(OrderFacts::pickupService), PICKUP);
    this.dropoffs = sorted(facts.orders().stream().map(OrderFacts::dropoffService), DROPOFF);
    List<Leg> legs = legs(facts, streets);
    legs.forEach(leg -> tally(leg.courierId(), t -> t.with(leg.road(), leg.took())));
    double road = legs.stream().mapToInt(Leg::road).sum();
    double driven = legs.stream().mapToInt(Leg::took).sum();
    boolean enough = legs.size() >= FEWEST_LEGS;
    this.pace = enough ? clamp(driven / road) : 1;
    this.meanLeg = enough ? road / legs.size() : SHORTEST_LEG;
    this.scatter =
        enough
            ? legs.stream()
                .mapToDouble(leg -> clamp(leg.took() / (pace(leg.courierId()) * leg.road())))
                .sorted()
                .toArray()
            : new double[] {1};
  }

  private record Leg(CourierId courierId, int road, int took) {}

  private static List<Leg> legs(Facts facts, Streets streets) {
    var legs = new ArrayList<Leg>();
    facts.recorded().stream()
        .flatMap(order -> order.legs().stream())
        .forEach(each -> leg(each, streets).forEach(legs::add));
    return legs;
  }

  private static Stream<Leg> leg(Driven each, Streets streets) {
    Integer took = each.seconds();
    int road = took == null ? 0 : streets.seconds(each.from(), each.to(), each.vehicle());
    return took == null || road < SHORTEST_LEG
        ? Stream.empty()
        : Stream.of(new Leg(each.courierId(), road, took));
  }

  private void tally(CourierId courierId, Function<Tally, Tally> change) {
    couriers.put(courierId, change.apply(couriers.getOrDefault(courierId, Tally.NONE)));
  }

  private static int count(List<Answered> answers, Kind kind) {
    return Math.toIntExact(answers.stream().filter(each -> each.kind() == kind).count());
  }

  private static int[] times(List<Answered> answers, Kind kind) {
    return sorted(
        answers.stream().filter(each -> each.kind() == kind).map(Answered::seconds), ANSWERS_IN);
  }

  private static int[] sorted(Stream<@Nullable Integer> values, int[] otherwise) {
    int[] sorted = values.filter(Objects::nonNull).mapToInt(Integer::intValue).sorted().toArray();
    return sorted.length == 0 ? otherwise : sorted;
  }

  private static double clamp(double ratio) {
    return Math.clamp(ratio, FASTEST, SLOWEST);
  }

  /// The probability that the courier accepts an offer.
  public double acceptance(CourierId courierId) {
    Tally own = couriers.getOrDefault(courierId, Tally.NONE);
    return (own.accepted() + STRENGTH * acceptance) / (own.offers() + STRENGTH);
  }

  /// How much longer than the road says the courier drives.
  public double pace(CourierId courierId) {
    Tally own = couriers.getOrDefault(courierId, Tally.NONE);
    double prior = STRENGTH * meanLeg;
    return clamp((own.driven() + prior * pace) / (own.road() + prior));
  }

  /// @param nth how often this courier has been asked for this order, from 1
  Answered answer(CourierId courierId, Draws draws, Object orderId, int nth, int expiry) {
    double mood = draws.uniform("answer", orderId, courierId, nth);
    double yes = acceptance(courierId);
    if (mood < yes) {
      int seconds = draws.pick(acceptsIn, "reaction", orderId, courierId, nth);
      return seconds < expiry
          ? new Answered(courierId, Kind.ACCEPTED, seconds)
          : new Answered(courierId, Kind.EXPIRED, expiry);
    }
    int seconds = draws.pick(declinesIn, "reaction", orderId, courierId, nth);
    return mood < yes + (1 - yes) * declining && seconds < expiry
        ? new Answered(courierId, Kind.DECLINED, seconds)
        : new Answered(courierId, Kind.EXPIRED, expiry);
  }

  /// @param which leg of the order it is
  int drive(CourierId courierId, int road, Draws draws, Object orderId, Object which) {
    double luck = scatter[(int) (draws.uniform("leg", orderId, which) * scatter.length)];
    return Math.toIntExact(Math.round(road * pace(courierId) * luck));
  }

  int pickup(OrderFacts order, Draws draws) {
    Integer own = order.pickupService();
    return own != null ? own : draws.pick(pickups, "pickup", order.orderId());
  }

  int dropoff(OrderFacts order, Draws draws) {
    Integer own = order.dropoffService();
    return own != null ? own : draws.pick(dropoffs, "dropoff", order.orderId());
  }

  public double overallAcceptance() {
    return acceptance;
  }

  public double overallPace() {
    return pace;
  }
}
