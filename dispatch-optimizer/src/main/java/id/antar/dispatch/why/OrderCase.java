package id.antar.dispatch.why;

import id.antar.dispatch.plan.DispatchPlan;
import id.antar.dispatch.plan.DispatchPlan.Candidate;
import id.antar.dispatch.plan.DispatchPlan.CourierPlan;
import id.antar.dispatch.plan.DispatchPlan.OrderDecision;
import id.antar.dispatch.plan.DispatchPlan.PlannedTrip;
import id.antar.dispatch.plan.DispatchProblem;
import id.antar.dispatch.plan.DispatchProblem.OpenOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One order of a round, and what was decided about it.
record OrderCase(DispatchProblem problem, DispatchPlan plan, OrderDecision decision) {

  OpenOrder open() {
    return problem.orders().get(decision.order());
  }

  Instant at(int seconds) {
    return problem.now().plusSeconds(seconds);
  }

  String time(int seconds) {
    return Words.time(at(seconds));
  }

  String name(int courier) {
    return "courier " + problem.couriers().get(courier).courier();
  }

  boolean isPinned() {
    return open().pinnedTo() != null;
  }

  boolean isChosen(Candidate candidate) {
    return decision.courier() != null && decision.courier() == candidate.courier();
  }

  /// A courier who keeps an order may be none of its candidates any more.
  Optional<Candidate> chosen() {
    return decision.candidates().stream().filter(this::isChosen).findFirst();
  }

  @Nullable Candidate candidate(int courier) {
    return decision.candidates().stream()
        .filter(each -> each.courier() == courier)
        .findFirst()
        .orElse(null);
  }

  List<Candidate> others() {
    return decision.candidates().stream().filter(each -> !isChosen(each)).toList();
  }

  List<PlannedTrip> trips(int courier) {
    return plan.couriers().stream()
        .filter(each -> each.courier() == courier)
        .map(CourierPlan::trips)
        .findFirst()
        .orElse(List.of());
  }

  /// Where the order's own trip is among its courier's.
  int tripIndex(int courier) {
    List<PlannedTrip> trips = trips(courier);
    for (int i = 0; i < trips.size(); i++) {
      if (trips.get(i).orders().contains(decision.order())) {
        return i;
      }
    }
    throw new IllegalArgumentException(name(courier) + " has no trip with this order.");
  }

  PlannedTrip trip(int courier) {
    return trips(courier).get(tripIndex(courier));
  }

  int arrival(int courier) {
    PlannedTrip trip = trip(courier);
    int stop = trip.pickups().indexOf(open().pickup());
    return stop < 0 ? trip.pickup() : trip.arrivals().get(stop);
  }

  int door(int courier) {
    PlannedTrip trip = trip(courier);
    return trip.doors().get(trip.orders().indexOf(decision.order()));
  }
}
