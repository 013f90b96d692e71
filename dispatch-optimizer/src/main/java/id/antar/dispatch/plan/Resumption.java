package id.antar.dispatch.plan;

import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import id.antar.dispatch.plan.DispatchPlan.CourierPlan;
import id.antar.dispatch.plan.DispatchPlan.PlannedTrip;
import id.antar.dispatch.plan.DispatchPlan.Step;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/// Takes over the plan for another problem of the same moment, as far as it is still allowed and
/// possible. What is not is left for somebody to put in.
final class Resumption {

  private final Round round;
  private final DispatchProblem before;
  private final Map<OrderId, Integer> orders = new HashMap<>();
  private final Map<CourierId, Integer> couriers = new HashMap<>();
  private final Costing costing;

  private Resumption(Round round, DispatchProblem before) {
    this.round = round;
    this.before = before;
    this.costing = new Costing(round);
    round.problem.orders().forEach(each -> orders.put(each.order(), orders.size()));
    round.problem.couriers().forEach(each -> couriers.put(each.courier(), couriers.size()));
  }

  /// @param before what `plan` was made for
  static Schedule of(Round round, DispatchProblem before, DispatchPlan plan) {
    return new Resumption(round, before).schedule(plan);
  }

  private Schedule schedule(DispatchPlan plan) {
    Trip[][] routes = new Trip[round.couriers][];
    Arrays.fill(routes, Route.EMPTY.trips());
    for (CourierPlan each : plan.couriers()) {
      Integer courier = couriers.get(before.couriers().get(each.courier()).courier());
      if (courier != null) {
        routes[courier] = trips(each, courier);
      }
    }
    Set<Integer> claimed = keepHeadings(routes);
    for (int courier = 0; courier < round.couriers; courier++) {
      if (!isPossible(courier, routes, claimed)) {
        return new Schedule(round);
      }
    }
    return new Schedule(round, routes);
  }

  private Trip[] trips(CourierPlan plan, int courier) {
    Set<Integer> headingFor = headingFor(courier);
    IntPredicate stays =
        order -> headingFor.contains(order) || round.mayCarry(courier, Trip.of(order));
    return plan.trips().stream()
        .map(trip -> new Trip(orders(trip, stays), isUnderWay(trip) && !headingFor.isEmpty()))
        .filter(trip -> trip.size() > 0)
        .toArray(Trip[]::new);
  }

  private static boolean isUnderWay(PlannedTrip trip) {
    return trip.step() == Step.UNDER_WAY;
  }

  private int[] orders(PlannedTrip trip, IntPredicate stays) {
    return trip.orders().stream()
        .map(order -> orders.get(before.orders().get(order).order()))
        .filter(Objects::nonNull)
        .mapToInt(order -> order)
        .filter(stays)
        .toArray();
  }

  private Set<Integer> headingFor(int courier) {
    var heading = new HashSet<Integer>();
    for (Trip trip : round.underWay(courier)) {
      Arrays.stream(trip.orders()).forEach(heading::add);
    }
    return heading;
  }

  /// Who is under way stays so, if need be with the orders of now. Says which those are.
  private Set<Integer> keepHeadings(Trip[][] routes) {
    var claimed = new HashSet<Integer>();
    for (int courier = 0; courier < round.couriers; courier++) {
      Trip[] heading = round.underWay(courier);
      boolean goesOn = routes[courier].length > 0 && routes[courier][0].underWay();
      if (heading.length > 0 && !goesOn) {
        claimed.addAll(headingFor(courier));
        routes[courier] =
            Stream.concat(Arrays.stream(heading), Arrays.stream(routes[courier]))
                .toArray(Trip[]::new);
      }
    }
    return claimed;
  }

  /// Leaves out what others have claimed, and the last trips until the rest can be driven.
  private boolean isPossible(int courier, Trip[][] routes, Set<Integer> claimed) {
    Set<Integer> own = headingFor(courier);
    Trip[] trips =
        Arrays.stream(routes[courier])
            .map(trip ->
                trip.only(it -> !claimed.contains(it) || trip.underWay() && own.contains(it)))
            .filter(trip -> trip.size() > 0)
            .toArray(Trip[]::new);
    int least = round.underWay(courier).length;
    while (trips.length > least && costing.of(courier, trips) >= Costing.IMPOSSIBLE) {
      trips = Arrays.copyOf(trips, trips.length - 1);
    }
    routes[courier] = trips;
    boolean goesOn = least == 0 || trips.length > 0 && trips[0].underWay();
    return goesOn && costing.of(courier, trips) < Costing.IMPOSSIBLE;
  }
}
