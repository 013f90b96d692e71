package id.antar.dispatch.plan;

import id.antar.api.assignment.Stop;
import id.antar.dispatch.plan.DispatchPlan.PlannedStop;
import id.antar.dispatch.plan.DispatchProblem.FreeCourier;
import id.antar.dispatch.plan.DispatchProblem.OpenOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One courier with one bundle on the road: to the merchant, then from door to door in the given
/// sequence. All times in seconds from now.
///
/// @param approach the way to the merchant
/// @param arrival at the merchant
/// @param pickup when all of the bundle is ready and the courier is there
/// @param doors when the courier arrives at each order's door
record Trip(
    FreeCourier courier,
    List<OpenOrder> sequence,
    int approach,
    int arrival,
    int pickup,
    List<Integer> doors) {

  /// The sequence that reaches the doors soonest on the whole, or null when the roads allow none.
  static @Nullable Trip best(DispatchProblem problem, FreeCourier courier, Bundle bundle) {
    Trip best = null;
    for (List<OpenOrder> sequence : bundle.sequences()) {
      Trip trip = drive(problem, courier, sequence);
      if (trip != null && (best == null || trip.doorSum() < best.doorSum())) {
        best = trip;
      }
    }
    return best;
  }

  static @Nullable Trip drive(
      DispatchProblem problem, FreeCourier courier, List<OpenOrder> sequence) {
    TravelTimes travel = problem.travel();
    int place = sequence.getFirst().pickup();
    int approach = travel.seconds(courier.vehicle(), courier.place(), place);
    if (approach == TravelTimes.UNREACHABLE) {
      return null;
    }
    int arrival = Math.max(0, courier.free()) + approach;
    int pickup = arrival;
    for (OpenOrder order : sequence) {
      pickup = Math.max(pickup, order.ready());
    }
    int clock = pickup + problem.policy().pickupService();
    var doors = new ArrayList<Integer>(sequence.size());
    for (OpenOrder order : sequence) {
      int leg = travel.seconds(courier.vehicle(), place, order.dropoff());
      if (leg == TravelTimes.UNREACHABLE) {
        return null;
      }
      clock += leg;
      doors.add(clock);
      clock += problem.policy().dropoffService();
      place = order.dropoff();
    }
    return new Trip(courier, sequence, approach, arrival, pickup, doors);
  }

  int doorSum() {
    int sum = 0;
    for (int door : doors) {
      sum += door;
    }
    return sum;
  }

  List<PlannedStop> stops() {
    var stops = new ArrayList<PlannedStop>();
    for (OpenOrder order : sequence) {
      stops.add(new PlannedStop(Stop.Kind.PICKUP, order.order(), arrival));
    }
    for (int i = 0; i < sequence.size(); i++) {
      stops.add(new PlannedStop(Stop.Kind.DROPOFF, sequence.get(i).order(), doors.get(i)));
    }
    return stops;
  }
}
