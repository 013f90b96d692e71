package id.antar.dispatch.plan;

/// What a drive costs under the policy. Every term is a method of its own; costs are hundredths of
/// a second that one customer waits.
final class Costing {

  /// More than any drive costs.
  static final long IMPOSSIBLE = Long.MAX_VALUE / 4;

  private static final int HOUR = 3600;

  private final Round round;
  private final DispatchPolicy policy;
  private final Drive drive;

  Costing(Round round) {
    this.round = round;
    this.policy = round.policy;
    this.drive = new Drive(round);
  }

  /// Of one courier's trips, or [#IMPOSSIBLE].
  long of(int courier, Trip[] trips) {
    if (trips.length == 0) {
      return 0;
    }
    return drive.along(courier, trips) == Drive.End.DONE ? total(drive) : IMPOSSIBLE;
  }

  /// Of trips that are possible, term by term.
  CostTerms terms(int courier, Trip[] trips) {
    if (trips.length == 0) {
      return CostTerms.NONE;
    }
    drive.along(courier, trips);
    return new CostTerms(
        delivery(drive),
        lateness(drive),
        freshness(drive),
        courierWaiting(drive),
        distance(drive),
        courierTime(drive),
        position(drive),
        fairness(drive),
        pay(drive));
  }

  private long total(Drive d) {
    return (long) delivery(d)
        + lateness(d)
        + freshness(d)
        + courierWaiting(d)
        + distance(d)
        + courierTime(d)
        + position(d)
        + fairness(d)
        + pay(d);
  }

  int delivery(Drive d) {
    return policy.deliveryWeight() * d.doorSum;
  }

  int lateness(Drive d) {
    return policy.latenessWeight() * d.lateSum;
  }

  int freshness(Drive d) {
    return policy.freshnessWeight() * d.bagSum;
  }

  int courierWaiting(Drive d) {
    return policy.courierWaitingWeight() * d.waiting;
  }

  int distance(Drive d) {
    return policy.distanceWeight() * d.distance;
  }

  /// Nobody misses a courier's time after the shift.
  int courierTime(Drive d) {
    int shiftEnd = round.shiftEnd[d.courier];
    int busy = Math.min(d.end, shiftEnd) - Math.min(d.start, shiftEnd);
    return Math.toIntExact((long) policy.courierTimeWeight() * round.load * busy / 100);
  }

  int position(Drive d) {
    int before = round.problem.remoteness().get(round.place[d.courier]);
    int after =
        d.end >= round.shiftEnd[d.courier]
            ? policy.shiftEndRemoteness()
            : round.problem.remoteness().get(d.endPlace);
    return policy.positionWeight() * (after - before);
  }

  int fairness(Drive d) {
    var courier = round.problem.couriers().get(d.courier);
    int onDuty = Math.max(HOUR, courier.shift() - courier.shiftEnd());
    return Math.toIntExact(
        (long) policy.fairnessWeight() * d.dropped * courier.carried() * HOUR / onDuty);
  }

  int pay(Drive d) {
    var courier = round.problem.couriers().get(d.courier);
    long guaranteed = (long) policy.payPerHour() * courier.shift() / HOUR;
    long before = Math.max(guaranteed, (long) policy.payPerOrder() * courier.carried());
    long after =
        Math.max(guaranteed, (long) policy.payPerOrder() * (courier.carried() + d.dropped));
    return Math.toIntExact(policy.payWeight() * (after - before));
  }
}
