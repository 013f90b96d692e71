package id.antar.dispatch.plan;

import id.antar.dispatch.plan.DispatchProblem.OpenOrder;

/// What a trip costs under a policy. Every term is a method of its own; costs are weighted seconds.
final class Costing {

  private final DispatchPolicy policy;

  Costing(DispatchPolicy policy) {
    this.policy = policy;
  }

  CostTerms of(Trip trip) {
    return new CostTerms(
        travel(trip), courierWaiting(trip), foodWaiting(trip), delivery(trip), lateness(trip));
  }

  /// The way to the merchant, which earns nobody anything.
  int travel(Trip trip) {
    return policy.travelWeight() * trip.approach();
  }

  /// The courier stands at the merchant's before the food is ready.
  int courierWaiting(Trip trip) {
    return policy.courierWaitingWeight() * (trip.pickup() - trip.arrival());
  }

  /// Ready-to-pickup: the food gets cold on the counter.
  int foodWaiting(Trip trip) {
    int waiting = 0;
    for (OpenOrder order : trip.sequence()) {
      waiting += trip.pickup() - Math.max(order.ready(), order.placed());
    }
    return policy.foodWaitingWeight() * waiting;
  }

  /// From the counter to each door: what a bundle's second order pays for the first.
  int delivery(Trip trip) {
    return policy.deliveryWeight() * (trip.doorSum() - trip.pickup() * trip.sequence().size());
  }

  /// Click-to-door beyond its target.
  int lateness(Trip trip) {
    int overage = 0;
    for (int i = 0; i < trip.sequence().size(); i++) {
      overage += overage(trip.sequence().get(i), trip.doors().get(i));
    }
    return policy.latenessWeight() * overage;
  }

  /// Leaving the bundle to a later round. It grows with the orders' age, so that the oldest are
  /// served first when couriers are few, and holds the lateness that nobody can undo, so that a
  /// late order is never too late to be carried.
  int nobody(Bundle bundle) {
    int cost = 0;
    for (OpenOrder order : bundle.orders()) {
      cost +=
          policy.unassigned()
              + policy.ageWeight() * Math.max(0, -order.placed())
              + policy.latenessWeight() * overage(order, 0)
              + policy.foodWaitingWeight() * Math.max(0, -Math.max(order.ready(), order.placed()));
    }
    return cost;
  }

  private int overage(OpenOrder order, int door) {
    return Math.max(0, door - order.placed() - policy.clickToDoorTarget());
  }
}
