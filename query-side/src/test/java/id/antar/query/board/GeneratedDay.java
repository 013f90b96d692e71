package id.antar.query.board;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.courier.CourierEvent;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderEvent;
import id.antar.api.person.PersonEvent;
import id.antar.query.Cast;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/// A town's day, the same for the same seed: what is to happen when, in the order of its time.
final class GeneratedDay {

  private record Planned(Instant at, long number, Runnable deed) {}

  private final PriorityQueue<Planned> agenda =
      new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparingLong(Planned::number));
  private final BusyLog log;
  private final Random random;
  private Instant now = Cast.NOON;
  private long planned;

  GeneratedDay(BusyLog log, long seed) {
    this.log = log;
    this.random = new Random(seed);
  }

  Instant now() {
    return now;
  }

  /// @return whether something happened
  boolean next() {
    Planned next = agenda.poll();
    if (next == null) {
      return false;
    }
    now = next.at();
    next.deed().run();
    return true;
  }

  void in(int fromSeconds, int toSeconds, Runnable deed) {
    long millis = 1_000L * fromSeconds + random.nextInt(1_000 * (toSeconds - fromSeconds) + 1);
    Instant at = now.plus(Duration.ofMillis(millis)).truncatedTo(ChronoUnit.MILLIS);
    agenda.add(new Planned(at, planned++, deed));
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int pick(int bound) {
    return random.nextInt(bound);
  }

  GeoPoint somewhere() {
    return new GeoPoint(43.72 + random.nextDouble() / 20, 7.40 + random.nextDouble() / 20);
  }

  void say(Object event) {
    log.append(aggregate(event), event, now);
  }

  private static Object aggregate(Object event) {
    return switch (event) {
      case OrderEvent e -> e.orderId();
      case AssignmentEvent e -> e.assignmentId();
      case CourierEvent e -> e.courierId();
      case PersonEvent e -> e.personId();
      default -> event;
    };
  }
}
