package id.antar.dispatch.plan;

import id.antar.dispatch.plan.DispatchPlan.CourierPlan;
import id.antar.dispatch.plan.DispatchPlan.Step;

/// Plans as the planner's own types, to be priced again.
final class Plans {

  private Plans() {}

  static Trip[] trips(CourierPlan courier) {
    return courier.trips().stream()
        .map(trip ->
            new Trip(
                trip.orders().stream().mapToInt(order -> order).toArray(),
                trip.step() == Step.UNDER_WAY))
        .toArray(Trip[]::new);
  }

  /// What all routes cost, and leaving the other orders.
  static long cost(Round round, DispatchPlan plan) {
    var costing = new Costing(round);
    long routes =
        plan.couriers().stream()
            .mapToLong(courier -> costing.of(courier.courier(), trips(courier)))
            .sum();
    long left = plan.orders().stream().filter(order -> !order.outcome().hasCourier()).count();
    return routes + left * 100L * round.policy.unassigned();
  }
}
