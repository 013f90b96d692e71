package id.antar.dispatch.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The plan while it is being made: each courier's route, and the orders that nobody has. It can
/// return to where it was when it was last marked.
final class Schedule {

  static final int NOBODY = -1;

  final Round round;
  final Costing costing;

  private final Route[] routes;
  private final int[] courierOf;
  private long total;

  private record RouteBefore(int courier, Route route) {}

  private record CourierBefore(int order, int courier) {}

  private final List<RouteBefore> routesBefore = new ArrayList<>();
  private final List<CourierBefore> couriersBefore = new ArrayList<>();
  private long totalBefore;

  /// Only what couriers are under way for.
  Schedule(Round round) {
    this(
        round, IntStream.range(0, round.couriers).mapToObj(round::underWay).toArray(Trip[][]::new));
  }

  /// @param planned each courier's trips
  Schedule(Round round, Trip[][] planned) {
    this.round = round;
    this.costing = new Costing(round);
    this.routes = new Route[round.couriers];
    this.courierOf = new int[round.orders];
    Arrays.fill(courierOf, NOBODY);
    for (int courier = 0; courier < round.couriers; courier++) {
      Trip[] trips = planned[courier];
      long cost = costing.of(courier, trips);
      if (cost >= Costing.IMPOSSIBLE) {
        throw new IllegalArgumentException(
            "Courier "
                + round.problem.couriers().get(courier).courier()
                + " is under way for orders that cannot be delivered: "
                + round.problem.couriers().get(courier).heading());
      }
      routes[courier] = new Route(trips, cost);
      total += routes[courier].cost();
      for (Trip trip : trips) {
        for (int order : trip.orders()) {
          courierOf[order] = courier;
        }
      }
    }
    for (int courier : courierOf) {
      total += courier == NOBODY ? unassigned() : 0;
    }
  }

  Route route(int courier) {
    return routes[courier];
  }

  int courierOf(int order) {
    return courierOf[order];
  }

  long total() {
    return total;
  }

  long unassigned() {
    return 100L * round.policy.unassigned();
  }

  void mark() {
    routesBefore.clear();
    couriersBefore.clear();
    totalBefore = total;
  }

  long sinceMark() {
    return total - totalBefore;
  }

  void rollBack() {
    for (int i = routesBefore.size() - 1; i >= 0; i--) {
      routes[routesBefore.get(i).courier()] = routesBefore.get(i).route();
    }
    for (int i = couriersBefore.size() - 1; i >= 0; i--) {
      courierOf[couriersBefore.get(i).order()] = couriersBefore.get(i).courier();
    }
    total = totalBefore;
    routesBefore.clear();
    couriersBefore.clear();
  }

  /// Says whether it could be taken away from whoever has it.
  boolean remove(int order) {
    int courier = courierOf[order];
    if (courier == NOBODY) {
      return true;
    }
    Trip[] trips = routes[courier].without(order);
    if (routes[courier].isUnderWay() && (trips.length == 0 || !trips[0].underWay())) {
      return false;
    }
    long cost = costing.of(courier, trips);
    if (cost >= Costing.IMPOSSIBLE) {
      return false;
    }
    set(courier, new Route(trips, cost));
    assign(order, NOBODY);
    return true;
  }

  /// An order that nobody has goes to a courier.
  void put(int order, int courier, Trip[] trips, long cost) {
    set(courier, new Route(trips, cost));
    assign(order, courier);
  }

  /// Takes a whole trip away, or says null where the others are not possible without it.
  @Nullable Trip take(int courier, int at) {
    Trip trip = routes[courier].trips()[at];
    Trip[] rest = routes[courier].removing(at);
    long cost = costing.of(courier, rest);
    if (cost >= Costing.IMPOSSIBLE) {
      return null;
    }
    set(courier, new Route(rest, cost));
    for (int order : trip.orders()) {
      assign(order, NOBODY);
    }
    return trip;
  }

  void give(Trip trip, int courier, Trip[] trips, long cost) {
    set(courier, new Route(trips, cost));
    for (int order : trip.orders()) {
      assign(order, courier);
    }
  }

  private void set(int courier, Route route) {
    routesBefore.add(new RouteBefore(courier, routes[courier]));
    total += route.cost() - routes[courier].cost();
    routes[courier] = route;
  }

  private void assign(int order, int courier) {
    couriersBefore.add(new CourierBefore(order, courierOf[order]));
    if (courierOf[order] == NOBODY && courier != NOBODY) {
      total -= unassigned();
    } else if (courierOf[order] != NOBODY && courier == NOBODY) {
      total += unassigned();
    }
    courierOf[order] = courier;
  }
}
