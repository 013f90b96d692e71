package id.antar.dispatch.live;

import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import id.antar.dispatch.live.Planning.Planned;
import id.antar.dispatch.plan.DispatchPlan.CourierPlan;
import id.antar.dispatch.plan.DispatchPlan.PlannedTrip;
import id.antar.dispatch.plan.DispatchProblem;
import id.antar.dispatch.plan.DispatchProblem.OpenOrder;
import java.util.HashMap;
import java.util.Map;

/// What a plan says of an order: who is to carry it, and when they would be at its door.
///
/// @param door in seconds after the round's `now`
/// @param clickToDoor in seconds after its placing
record Foretold(CourierId courierId, int door, int clickToDoor) {

  static Map<OrderId, Foretold> of(Planned planned) {
    DispatchProblem problem = planned.situation().problem();
    var foretold = new HashMap<OrderId, Foretold>();
    for (CourierPlan each : planned.plan().couriers()) {
      CourierId courier = problem.couriers().get(each.courier()).courier();
      for (PlannedTrip trip : each.trips()) {
        for (int i = 0; i < trip.orders().size(); i++) {
          OpenOrder order = problem.orders().get(trip.orders().get(i));
          int door = trip.doors().get(i);
          foretold.put(order.order(), new Foretold(courier, door, door - order.placed()));
        }
      }
    }
    return foretold;
  }

  int late(int target) {
    return Math.max(0, clickToDoor - target);
  }
}
