package id.antar.dispatch.plan;

import id.antar.dispatch.plan.DispatchPlan.CourierPlan;
import id.antar.dispatch.plan.DispatchPlan.OrderDecision;
import id.antar.dispatch.plan.DispatchPlan.Step;

/// What a plan costs in all, by the planner's own measure: every courier's trips, and each order
/// that is left to a later round. For comparing plans of one problem.
public final class PlanCost {

  private PlanCost() {}

  /// In hundredths of a second that one customer waits.
  public static long of(DispatchProblem problem, DispatchPlan plan) {
    var costing = new Costing(new Round(problem));
    long total = 0;
    for (CourierPlan each : plan.couriers()) {
      total += costing.of(each.courier(), trips(each));
    }
    for (OrderDecision decision : plan.orders()) {
      total += decision.courier() == null ? 100L * problem.policy().unassigned() : 0;
    }
    return total;
  }

  private static Trip[] trips(CourierPlan plan) {
    return plan.trips().stream()
        .map(trip ->
            new Trip(
                trip.orders().stream().mapToInt(order -> order).toArray(),
                trip.step() == Step.UNDER_WAY))
        .toArray(Trip[]::new);
  }
}
