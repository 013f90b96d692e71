package id.antar.dispatch.plan;

import id.antar.dispatch.plan.DispatchPlan.Verdict;
import id.antar.dispatch.plan.DispatchProblem.Decline;
import id.antar.dispatch.plan.DispatchProblem.DutyCourier;
import id.antar.dispatch.plan.DispatchProblem.Heading;
import id.antar.dispatch.plan.DispatchProblem.OpenOrder;

/// A problem in arrays, with what never changes while it is being solved: who may carry what, and
/// how dear a courier's time is.
final class Round {

  final DispatchProblem problem;
  final DispatchPolicy policy;
  final TravelTimes travel;
  final int orders;
  final int couriers;

  final int[] pickup;
  final int[] dropoff;
  final int[] placed;
  final int[] ready;
  final int[] pickupService;
  final int[] dropoffService;

  final int[] vehicle;
  final int[] capacity;
  final int[] place;
  final int[] free;
  final int[] shiftEnd;
  private final int[] acceptedPickup;

  /// The vehicle that ways are compared by where no courier is meant: that of the first one.
  final int scale;

  /// Each order's way from its merchant, by that vehicle.
  final int[] toDoor;

  /// Open orders per hundred couriers on duty, at most the policy's.
  final int load;

  /// Each order's couriers who may carry it, nearest first.
  private final int[][] eligible;

  private final boolean[][] isEligible;

  Round(DispatchProblem problem) {
    this.problem = problem;
    this.policy = problem.policy();
    this.travel = problem.travel();
    this.orders = problem.orders().size();
    this.couriers = problem.couriers().size();
    this.pickup = problem.orders().stream().mapToInt(OpenOrder::pickup).toArray();
    this.dropoff = problem.orders().stream().mapToInt(OpenOrder::dropoff).toArray();
    this.placed = problem.orders().stream().mapToInt(OpenOrder::placed).toArray();
    this.ready = problem.orders().stream().mapToInt(OpenOrder::ready).toArray();
    this.pickupService = problem.orders().stream().mapToInt(OpenOrder::pickupService).toArray();
    this.dropoffService = problem.orders().stream().mapToInt(OpenOrder::dropoffService).toArray();
    this.vehicle = problem.couriers().stream().mapToInt(c -> c.vehicle().ordinal()).toArray();
    this.capacity =
        problem.couriers().stream()
            .mapToInt(c -> Math.min(policy.maxBundle(), c.capacity()))
            .toArray();
    this.place = problem.couriers().stream().mapToInt(DutyCourier::place).toArray();
    this.free = problem.couriers().stream().mapToInt(c -> Math.max(0, c.free())).toArray();
    this.shiftEnd = problem.couriers().stream().mapToInt(DutyCourier::shiftEnd).toArray();
    this.scale = couriers == 0 ? 0 : vehicle[0];
    this.toDoor =
        problem.orders().stream()
            .mapToInt(order -> travel.seconds(scale, order.pickup(), order.dropoff()))
            .toArray();
    this.acceptedPickup = problem.couriers().stream().mapToInt(this::acceptedPickup).toArray();
    this.load = Math.min(policy.maxLoad(), 100 * orders / Math.max(1, problem.onDuty()));
    this.isEligible = new boolean[orders][couriers];
    this.eligible = new int[orders][];
    for (int order = 0; order < orders; order++) {
      eligible[order] = eligible(order);
      for (int courier : eligible[order]) {
        isEligible[order][courier] = true;
      }
    }
  }

  int seconds(int courier, int from, int to) {
    return travel.seconds(vehicle[courier], from, to);
  }

  int[] couriersFor(int order) {
    return eligible[order];
  }

  boolean mayCarry(int courier, Trip trip) {
    for (int order : trip.orders()) {
      if (!isEligible[order][courier]) {
        return false;
      }
    }
    return trip.size() <= capacity[courier];
  }

  /// Whether the order may join the trip, as far as merchants and room go.
  boolean mayJoin(int courier, Trip trip, int order) {
    if (trip.size() >= capacity[courier] || trip.underWay() && wasTakenOff(courier, order)) {
      return false;
    }
    for (int other : trip.orders()) {
      if (pickup[other] != pickup[order] && (trip.underWay() || !isNearby(courier, other, order))) {
        return false;
      }
    }
    return true;
  }

  private boolean wasTakenOff(int courier, int order) {
    Heading heading = problem.couriers().get(courier).heading();
    return heading != null && heading.takenOff().contains(order);
  }

  private boolean isNearby(int courier, int one, int other) {
    int limit = policy.nearbyMerchant();
    int there = seconds(courier, pickup[one], pickup[other]);
    int back = seconds(courier, pickup[other], pickup[one]);
    return limit > 0 && there >= 0 && back >= 0 && Math.max(there, back) <= limit;
  }

  /// Who is fixed, who has declined; [Verdict#ELIGIBLE] otherwise.
  Verdict allowed(int order, int courier) {
    OpenOrder open = problem.orders().get(order);
    if (open.pinnedTo() != null) {
      return open.pinnedTo() == courier ? Verdict.ELIGIBLE : Verdict.PINNED_TO_ANOTHER;
    }
    for (Decline decline : open.declines()) {
      if (decline.courier() == courier && decline.at() > -policy.declineCooldown()) {
        return Verdict.DECLINED;
      }
    }
    return Verdict.ELIGIBLE;
  }

  private int[] eligible(int order) {
    return problem.orders().get(order).candidates().stream()
        .mapToInt(courier -> courier)
        .filter(courier -> allowed(order, courier) == Verdict.ELIGIBLE)
        .toArray();
  }

  /// A courier under way may finish what was accepted, but not wait for anything that takes longer.
  int latestPickup(int courier, Trip trip) {
    return trip.underWay()
        ? Math.max(shiftEnd[courier], acceptedPickup[courier])
        : shiftEnd[courier];
  }

  /// What couriers are under way for.
  Trip[] underWay(int courier) {
    Heading heading = problem.couriers().get(courier).heading();
    return heading == null ? new Trip[0] : new Trip[] {new Trip(indexes(heading), true)};
  }

  private static int[] indexes(Heading heading) {
    return heading.orders().stream().mapToInt(order -> order).toArray();
  }

  private int acceptedPickup(DutyCourier courier) {
    Heading heading = courier.heading();
    if (heading == null) {
      return Integer.MIN_VALUE;
    }
    int pickup = Integer.MIN_VALUE;
    for (int order : heading.orders()) {
      int earliest = Math.max(0, heading.arrival()) + pickupService[order] / 2;
      pickup = Math.max(pickup, Math.max(earliest, ready[order]));
    }
    return pickup;
  }
}
