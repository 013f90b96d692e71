package id.antar.dispatch.plan;

import id.antar.dispatch.assign.Assignment;
import id.antar.dispatch.assign.SparseCosts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The two plain ways to dispatch, to compare with: no bundles, no second thoughts.
final class Baselines {

  private Baselines() {}

  /// Each order, as it was placed, to the courier who can pick it up first after all that the
  /// courier has to do already.
  static int greedy(Schedule schedule) {
    Round round = schedule.round;
    var drive = new Drive(round);
    for (int order :
        nobodys(schedule).sorted(Comparator.comparingInt(o -> round.placed[o])).toList()) {
      int soonest = Integer.MAX_VALUE;
      int best = Schedule.NOBODY;
      for (int courier : round.couriersFor(order)) {
        Trip[] trips = appended(schedule, courier, order);
        if (schedule.costing.of(courier, trips) < Costing.IMPOSSIBLE) {
          int pickup = drive.stops(courier, trips).getLast().pickup;
          if (pickup < soonest) {
            soonest = pickup;
            best = courier;
          }
        }
      }
      if (best != Schedule.NOBODY) {
        Trip[] trips = appended(schedule, best, order);
        schedule.put(order, best, trips, schedule.costing.of(best, trips));
      }
    }
    return 0;
  }

  /// All orders to the couriers who are free now, one each, at the least total cost.
  static int matching(Schedule schedule) {
    Round round = schedule.round;
    List<Integer> orders = nobodys(schedule).toList();
    var costs = SparseCosts.withColumns(round.couriers);
    for (int order : orders) {
      costs.row(schedule.unassigned());
      for (int courier : round.couriersFor(order)) {
        Trip[] trips = {Trip.of(order)};
        long cost = schedule.costing.of(courier, trips);
        if (isIdle(schedule, courier) && cost < Costing.IMPOSSIBLE) {
          costs.edge(courier, cost);
        }
      }
    }
    int[] couriers = Assignment.solve(costs.build());
    for (int row = 0; row < couriers.length; row++) {
      if (couriers[row] != Assignment.ALONE) {
        Trip[] trips = {Trip.of(orders.get(row))};
        schedule.put(
            orders.get(row), couriers[row], trips, schedule.costing.of(couriers[row], trips));
      }
    }
    return 0;
  }

  private static boolean isIdle(Schedule schedule, int courier) {
    return schedule.round.free[courier] == 0 && schedule.route(courier).isEmpty();
  }

  private static Trip[] appended(Schedule schedule, int courier, int order) {
    Route route = schedule.route(courier);
    return route.inserting(route.size(), Trip.of(order));
  }

  private static Stream<Integer> nobodys(Schedule schedule) {
    return IntStream.range(0, schedule.round.orders)
        .boxed()
        .filter(order -> schedule.courierOf(order) == Schedule.NOBODY);
  }
}
