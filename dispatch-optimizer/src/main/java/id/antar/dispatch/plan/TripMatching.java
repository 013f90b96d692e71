package id.antar.dispatch.plan;

import id.antar.dispatch.assign.Assignment;
import id.antar.dispatch.assign.SparseCosts;
import id.antar.dispatch.plan.Insertion.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Takes one trip from every courier who has any, and gives all of them back at the least total
/// cost, at most one to each courier: what no exchange between two or three of them would find. An
/// assignment problem of trips and couriers. The plan never gets worse by it.
final class TripMatching {

  /// Which of a courier's trips is taken.
  enum Take {
    FIRST,
    LAST,
    ANY
  }

  private final Schedule schedule;
  private final Round round;
  private final SplittableRandom random;

  TripMatching(Schedule schedule, SplittableRandom random) {
    this.schedule = schedule;
    this.round = schedule.round;
    this.random = random;
  }

  void run(Take take) {
    schedule.mark();
    var trips = new ArrayList<Trip>();
    for (int order = 0; order < round.orders; order++) {
      if (schedule.courierOf(order) == Schedule.NOBODY) {
        trips.add(Trip.of(order));
      }
    }
    takeFrom(take, trips);
    List<List<Place>> places = trips.stream().map(this::places).toList();
    var costs = SparseCosts.withColumns(round.couriers);
    for (int row = 0; row < trips.size(); row++) {
      costs.row(schedule.unassigned() * trips.get(row).size());
      for (Place place : places.get(row)) {
        costs.edge(place.courier(), place.added());
      }
    }
    int[] columns = Assignment.solve(costs.build());
    for (int row = 0; row < columns.length; row++) {
      int courier = columns[row];
      if (courier != Assignment.ALONE) {
        Place place =
            places.get(row).stream().filter(p -> p.courier() == courier).findFirst().orElseThrow();
        schedule.give(trips.get(row), courier, place.trips(), place.cost());
      }
    }
    if (schedule.sinceMark() > 0) {
      schedule.rollBack();
    }
  }

  private void takeFrom(Take take, List<Trip> trips) {
    for (int courier = 0; courier < round.couriers; courier++) {
      Route route = schedule.route(courier);
      int first = route.firstFree();
      if (route.size() > first) {
        int at =
            switch (take) {
              case FIRST -> first;
              case LAST -> route.size() - 1;
              case ANY -> first + random.nextInt(route.size() - first);
            };
        Trip trip = schedule.take(courier, at);
        if (trip != null) {
          trips.add(trip);
        }
      }
    }
  }

  /// The best place of a trip with each courier who may carry it.
  private List<Place> places(Trip trip) {
    var places = new ArrayList<Place>();
    for (int courier : round.couriersFor(trip.orders()[0])) {
      if (round.mayCarry(courier, trip)) {
        Place best = place(trip, courier);
        if (best != null) {
          places.add(best);
        }
      }
    }
    return places;
  }

  private @Nullable Place place(Trip trip, int courier) {
    Route route = schedule.route(courier);
    Place best = null;
    for (int at = route.firstFree(); at <= route.size(); at++) {
      Trip[] trips = route.inserting(at, trip);
      long cost = schedule.costing.of(courier, trips);
      if (cost < Costing.IMPOSSIBLE && (best == null || cost < best.cost())) {
        best = new Place(courier, trips, cost, cost - route.cost());
      }
    }
    return best;
  }
}
