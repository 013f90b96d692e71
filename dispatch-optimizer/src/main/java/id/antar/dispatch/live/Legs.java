package id.antar.dispatch.live;

import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.dispatch.live.MeasureTravel.Measured;
import id.antar.dispatch.plan.DispatchPolicy;
import id.antar.dispatch.plan.DispatchPolicy.Method;
import id.antar.dispatch.plan.DispatchProblem.DutyCourier;
import id.antar.dispatch.plan.DispatchProblem.OpenOrder;
import id.antar.dispatch.plan.TravelTimes;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/// Measures the legs that a round can need, and no others: a vehicle needs a leg if one of its
/// couriers is a candidate for what is at both ends. One matrix for each vehicle and kind of leg.
final class Legs {

  private record Leg(int from, int to) {}

  /// An order, and who of one vehicle's couriers may carry it.
  private record Wanted(OpenOrder order, BitSet couriers) {}

  private final MeasureTravel travel;
  private final DispatchPolicy policy;
  private final List<GeoPoint> points;
  private final List<OpenOrder> orders;
  private final List<DutyCourier> couriers;
  private final TravelTimes.Builder legs = TravelTimes.builder();

  Legs(
      MeasureTravel travel,
      DispatchPolicy policy,
      List<GeoPoint> points,
      List<OpenOrder> orders,
      List<DutyCourier> couriers) {
    this.travel = travel;
    this.policy = policy;
    this.points = points;
    this.orders = orders;
    this.couriers = couriers;
  }

  TravelTimes measure() {
    for (Vehicle vehicle : Vehicle.values()) {
      List<Wanted> wanted =
          orders.stream()
              .map(order -> new Wanted(order, candidates(order, vehicle)))
              .filter(w -> !w.couriers.isEmpty())
              .toList();
      measure(vehicle, wanted);
    }
    return legs.build();
  }

  private BitSet candidates(OpenOrder order, Vehicle vehicle) {
    var set = new BitSet(couriers.size());
    order.candidates().stream()
        .filter(courier -> couriers.get(courier).vehicle() == vehicle)
        .forEach(set::set);
    return set;
  }

  private void measure(Vehicle vehicle, List<Wanted> wanted) {
    var toMerchants = new HashSet<Leg>();
    for (Wanted w : wanted) {
      w.couriers.stream()
          .mapToObj(couriers::get)
          .filter(courier -> courier.heading() == null)
          .forEach(courier -> toMerchants.add(new Leg(courier.place(), w.order.pickup())));
    }
    if (policy.method() != Method.MATCHING) {
      toMerchants.addAll(pairs(wanted, (_, _) -> true, (a, b) -> new Leg(a.dropoff(), b.pickup())));
    }
    take(vehicle, toMerchants);
    BiPredicate<OpenOrder, OpenOrder> mayShare = sharing(vehicle, wanted);
    Set<Leg> toDoors = pairs(wanted, mayShare, (a, b) -> new Leg(a.pickup(), b.dropoff()));
    wanted.forEach(w -> toDoors.add(new Leg(w.order.pickup(), w.order.dropoff())));
    take(vehicle, toDoors);
    take(vehicle, pairs(wanted, mayShare, (a, b) -> new Leg(a.dropoff(), b.dropoff())));
  }

  /// Whether two orders may share a trip, as far as their merchants go.
  private BiPredicate<OpenOrder, OpenOrder> sharing(Vehicle vehicle, List<Wanted> wanted) {
    if (policy.maxBundle() == 1) {
      return (_, _) -> false;
    }
    if (policy.nearbyMerchant() == 0) {
      return (a, b) -> a.pickup() == b.pickup();
    }
    Map<Leg, Integer> between =
        take(vehicle, pairs(wanted, (_, _) -> true, (a, b) -> new Leg(a.pickup(), b.pickup())));
    return (a, b) ->
        isNearby(between, a.pickup(), b.pickup()) && isNearby(between, b.pickup(), a.pickup());
  }

  private boolean isNearby(Map<Leg, Integer> between, int from, int to) {
    Integer seconds = from == to ? Integer.valueOf(0) : between.get(new Leg(from, to));
    return seconds != null && seconds <= policy.nearbyMerchant();
  }

  /// For every two orders that have a candidate in common.
  private static Set<Leg> pairs(
      List<Wanted> wanted,
      BiPredicate<OpenOrder, OpenOrder> which,
      BiFunction<OpenOrder, OpenOrder, Leg> leg) {
    var pairs = new HashSet<Leg>();
    for (Wanted one : wanted) {
      for (Wanted other : wanted) {
        if (one.order.order() != other.order.order()
            && which.test(one.order, other.order)
            && one.couriers.intersects(other.couriers)) {
          pairs.add(leg.apply(one.order, other.order));
        }
      }
    }
    return pairs;
  }

  /// Says what it has found out.
  private Map<Leg, Integer> take(Vehicle vehicle, Set<Leg> needed) {
    var found = new HashMap<Leg, Integer>();
    List<Integer> from = needed.stream().map(Leg::from).distinct().sorted().toList();
    List<Integer> to = needed.stream().map(Leg::to).distinct().sorted().toList();
    if (needed.isEmpty()) {
      return found;
    }
    Measured measured =
        travel.measure(
            from.stream().map(points::get).toList(),
            to.stream().map(points::get).toList(),
            vehicle);
    for (int i = 0; i < from.size(); i++) {
      for (int j = 0; j < to.size(); j++) {
        int seconds = measured.seconds(i, j);
        if (seconds != MeasureTravel.UNREACHABLE
            && needed.contains(new Leg(from.get(i), to.get(j)))) {
          found.put(new Leg(from.get(i), to.get(j)), seconds);
          if (measured.isGuess(i, j)) {
            legs.guess(vehicle, from.get(i), to.get(j), seconds);
          } else {
            legs.leg(vehicle, from.get(i), to.get(j), seconds);
          }
        }
      }
    }
    return found;
  }
}
