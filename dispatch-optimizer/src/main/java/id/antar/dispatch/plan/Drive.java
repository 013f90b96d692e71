package id.antar.dispatch.plan;

import id.antar.dispatch.plan.DispatchProblem.Heading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One courier driving trips in sequence, from one stop to the next; afterwards its fields hold how
/// it went, in seconds. Used over and over, by one thread.
///
/// A pickup is no earlier than half its service after the arrival, and no earlier than all of the
/// merchant's orders of the trip are ready; the other half follows. So it is at each door. A trip
/// with several merchants visits the one that is ready soonest first.
final class Drive {

  /// How a drive ended.
  enum End {
    DONE,
    NO_ROUTE,
    TOO_FAR,
    SHIFT_ENDS,
    /// A courier under way keeps one of the orders that were known at departure.
    NOTHING_LEFT
  }

  /// The stops of one trip.
  static final class Stops {
    int slack;
    int pickup;
    final List<Integer> pickups = new ArrayList<>();
    final List<Integer> arrivals = new ArrayList<>();
    final List<Integer> doors = new ArrayList<>();
    final List<Integer> handovers = new ArrayList<>();
  }

  private final Round round;
  private @Nullable List<Stops> stops;

  int courier;
  int dropped;
  int doorSum;
  int lateSum;
  int bagSum;
  int waiting;
  int distance;
  int start;
  int end;
  int endPlace;

  Drive(Round round) {
    this.round = round;
  }

  /// The stops of a drive that is possible.
  List<Stops> stops(int courier, Trip[] trips) {
    var list = new ArrayList<Stops>();
    stops = list;
    along(courier, trips);
    stops = null;
    return list;
  }

  End along(int who, Trip[] trips) {
    courier = who;
    dropped = 0;
    doorSum = 0;
    lateSum = 0;
    bagSum = 0;
    waiting = 0;
    distance = 0;
    start = round.free[who];
    end = start;
    endPlace = round.place[who];
    for (Trip trip : trips) {
      End failure = drive(trip);
      if (failure != End.DONE) {
        return failure;
      }
    }
    return End.DONE;
  }

  private End drive(Trip trip) {
    if (stops != null) {
      stops.add(new Stops());
    }
    int picked = 0;
    int all = (1 << trip.size()) - 1;
    int pickup = 0;
    while (picked != all) {
      int merchant = soonest(trip, picked);
      int arrival;
      if (trip.underWay()) {
        Heading heading = heading();
        if (!keepsOneKnown(trip, heading)) {
          return End.NOTHING_LEFT;
        }
        arrival = Math.max(0, heading.arrival());
      } else {
        int leg = round.seconds(courier, endPlace, merchant);
        if (leg < 0) {
          return End.NO_ROUTE;
        }
        if (leg > round.policy.maxPickupTravel()) {
          return End.TOO_FAR;
        }
        distance += leg;
        arrival = end + leg;
      }
      int ready = Integer.MIN_VALUE;
      int service = 0;
      for (int i = 0; i < trip.size(); i++) {
        int order = trip.orders()[i];
        if (round.pickup[order] == merchant) {
          picked |= 1 << i;
          ready = Math.max(ready, round.ready[order]);
          service = Math.max(service, round.pickupService[order]);
        }
      }
      int earliest = arrival + service / 2;
      pickup = Math.max(earliest, ready);
      if (pickup > round.latestPickup(courier, trip)) {
        return End.SHIFT_ENDS;
      }
      waiting += pickup - earliest;
      end = pickup + service - service / 2;
      endPlace = merchant;
      if (stops != null) {
        atPickup(stops.getLast(), merchant, arrival, pickup - earliest);
      }
    }
    if (stops != null) {
      stops.getLast().pickup = pickup;
    }
    return dropOff(trip, pickup);
  }

  private End dropOff(Trip trip, int pickup) {
    for (int order : trip.orders()) {
      int leg = round.seconds(courier, endPlace, round.dropoff[order]);
      if (leg < 0) {
        return End.NO_ROUTE;
      }
      int service = round.dropoffService[order];
      int handover = end + leg + service / 2;
      distance += leg;
      dropped++;
      doorSum += handover;
      lateSum += Math.max(0, handover - round.placed[order] - round.policy.clickToDoorTarget());
      bagSum += handover - pickup;
      if (stops != null) {
        stops.getLast().doors.add(end + leg);
        stops.getLast().handovers.add(handover);
      }
      end = handover + service - service / 2;
      endPlace = round.dropoff[order];
    }
    return End.DONE;
  }

  private static void atPickup(Stops stops, int merchant, int arrival, int slack) {
    if (stops.pickups.isEmpty()) {
      stops.slack = slack;
    }
    stops.pickups.add(merchant);
    stops.arrivals.add(arrival);
  }

  /// The merchant, of those not visited yet, whose orders of the trip are ready first.
  private int soonest(Trip trip, int picked) {
    int best = -1;
    for (int i = 0; i < trip.size(); i++) {
      int order = trip.orders()[i];
      if ((picked & (1 << i)) == 0 && (best < 0 || round.ready[order] < round.ready[best])) {
        best = order;
      }
    }
    return round.pickup[best];
  }

  private Heading heading() {
    Heading heading = round.problem.couriers().get(courier).heading();
    if (heading == null) {
      throw new IllegalStateException("Courier " + courier + " is not under way.");
    }
    return heading;
  }

  private boolean keepsOneKnown(Trip trip, Heading heading) {
    for (int order : trip.orders()) {
      if (round.placed[order] <= heading.departed()) {
        return true;
      }
    }
    return false;
  }
}
