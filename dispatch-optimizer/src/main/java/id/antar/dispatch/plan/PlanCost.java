package id.antar.dispatch.plan;

import id.antar.dispatch.plan.DispatchPlan.CourierPlan;
import id.antar.dispatch.plan.DispatchPlan.OrderDecision;
import id.antar.dispatch.plan.DispatchPlan.Step;
import java.util.OptionalLong;

/// What a plan costs in all, by the planner's own measure: every courier's trips, and each order
/// that is left to a later round. For comparing plans of one problem.
public final class PlanCost {

  private PlanCost() {}

  /// In hundredths of a second that one customer waits.
  public static long of(DispatchProblem problem, DispatchPlan plan) {
    return by(problem.policy(), problem, plan).orElse(Costing.IMPOSSIBLE);
  }

  /// What it costs by the weights of another policy; absent where that would not have it so.
  public static OptionalLong by(DispatchPolicy policy, DispatchProblem problem, DispatchPlan plan) {
    var costing = new Costing(new Round(problem.under(policy)));
    long total = 0;
    for (CourierPlan each : plan.couriers()) {
      long cost = costing.of(each.courier(), trips(each));
      if (cost >= Costing.IMPOSSIBLE) {
        return OptionalLong.empty();
      }
      total += cost;
    }
    for (OrderDecision decision : plan.orders()) {
      total += decision.courier() == null ? 100L * policy.unassigned() : 0;
    }
    return OptionalLong.of(total);
  }

  /// Seconds on the road, all couriers together.
  public static long road(DispatchProblem problem, DispatchPlan plan) {
    var drive = new Drive(new Round(problem));
    long seconds = 0;
    for (CourierPlan each : plan.couriers()) {
      drive.along(each.courier(), trips(each));
      seconds += drive.distance;
    }
    return seconds;
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
