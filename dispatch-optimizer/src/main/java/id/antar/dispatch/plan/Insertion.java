package id.antar.dispatch.plan;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Where an order that nobody has fits best: into a trip to the same merchant, or as a trip of its
/// own between two others.
final class Insertion {

  /// Trips that one courier is planned ahead for.
  private static final int MAX_TRIPS = 8;

  /// One courier in so many is overlooked where chance is asked for.
  private static final int BLINK = 50;

  private final Schedule schedule;
  private final Round round;

  /// @param added what it adds to the courier's cost
  record Place(int courier, Trip[] trips, long cost, long added) {}

  Insertion(Schedule schedule) {
    this.schedule = schedule;
    this.round = schedule.round;
  }

  /// The cheapest place with any courier, or null when it is cheaper to leave the order.
  @Nullable Place best(int order, @Nullable SplittableRandom chance) {
    Place best = null;
    long limit = schedule.unassigned();
    for (int courier : round.couriersFor(order)) {
      if (chance == null || chance.nextInt(BLINK) != 0) {
        Place place = best(order, courier, limit);
        if (place != null) {
          best = place;
          limit = place.added();
        }
      }
    }
    return best;
  }

  /// The cheapest place with one courier that adds less than `limit`.
  @Nullable Place best(int order, int courier, long limit) {
    Route route = schedule.route(courier);
    Place best = null;
    long least = limit;
    for (int i = 0; i < route.size(); i++) {
      Trip trip = route.trips()[i];
      if (round.mayJoin(courier, trip, order)) {
        for (int at = 0; at <= trip.size(); at++) {
          Place place = place(courier, route, route.replacing(i, trip.with(order, at)), least);
          if (place != null) {
            best = place;
            least = place.added();
          }
        }
      }
    }
    if (route.size() < MAX_TRIPS) {
      Trip alone = Trip.of(order);
      for (int i = route.firstFree(); i <= route.size(); i++) {
        Place place = place(courier, route, route.inserting(i, alone), least);
        if (place != null) {
          best = place;
          least = place.added();
        }
      }
    }
    return best;
  }

  void apply(int order, @Nullable Place place) {
    if (place != null) {
      schedule.put(order, place.courier(), place.trips(), place.cost());
    }
  }

  private @Nullable Place place(int courier, Route route, Trip[] trips, long limit) {
    long cost = schedule.costing.of(courier, trips);
    long added = cost - route.cost();
    return added < limit ? new Place(courier, trips, cost, added) : null;
  }
}
