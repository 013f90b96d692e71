package id.antar.dispatch.plan;

import java.util.Arrays;

/// The cheapest of all plans there are: every order with nobody, in every place of every trip, and
/// as a trip of its own between any two others.
final class BruteForce {

  private final Round round;
  private final Costing costing;
  private final Trip[][] routes;
  private long best = Long.MAX_VALUE;

  private BruteForce(Round round) {
    this.round = round;
    this.costing = new Costing(round);
    this.routes = new Trip[round.couriers][];
    Arrays.setAll(routes, round::underWay);
  }

  /// Only for rounds in which nobody is under way.
  static long leastCost(Round round) {
    var search = new BruteForce(round);
    search.from(0, 0);
    return search.best;
  }

  private void from(int order, long left) {
    if (order == round.orders) {
      long total = left;
      for (int courier = 0; courier < routes.length && total < best; courier++) {
        total += costing.of(courier, routes[courier]);
      }
      best = Math.min(best, total);
      return;
    }
    from(order + 1, left + 100L * round.policy.unassigned());
    for (int courier : round.couriersFor(order)) {
      var route = new Route(routes[courier], 0);
      for (int i = 0; i < route.size(); i++) {
        Trip trip = route.trips()[i];
        if (round.mayJoin(courier, trip, order)) {
          for (int at = 0; at <= trip.size(); at++) {
            with(courier, route.replacing(i, trip.with(order, at)), order, left);
          }
        }
      }
      for (int i = 0; i <= route.size(); i++) {
        with(courier, route.inserting(i, Trip.of(order)), order, left);
      }
    }
  }

  private void with(int courier, Trip[] trips, int order, long left) {
    Trip[] before = routes[courier];
    routes[courier] = trips;
    from(order + 1, left);
    routes[courier] = before;
  }
}
