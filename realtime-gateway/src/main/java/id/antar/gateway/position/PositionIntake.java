package id.antar.gateway.position;

import id.antar.api.courier.CourierId;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.position.PositionBus;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.RateLimit;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.PhoneClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Takes couriers' fixes, one after the other per courier, and puts those that can be true on the
/// position bus. One that cannot be true is ignored and harms no later one.
public final class PositionIntake {

  private final PositionBus bus;
  private final EngineClock clock;
  private final LongSupplier nanoTime;
  private final double perSecond;
  private final double burst;
  private final Map<CourierId, Tracker> trackers = new ConcurrentHashMap<>();

  PositionIntake(
      PositionBus bus, EngineClock clock, LongSupplier nanoTime, double perSecond, double burst) {
    this.bus = bus;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.perSecond = perSecond;
    this.burst = burst;
  }

  /// The problem that the fix is, or nothing if it was published.
  public Optional<Problem> take(CourierId courier, PositionReport report) {
    long nanos = nanoTime.getAsLong();
    Tracker tracker =
        trackers.computeIfAbsent(courier, _ -> new Tracker(new RateLimit(perSecond, burst, nanos)));
    return tracker.take(courier, report, nanos);
  }

  private final class Tracker {

    private final RateLimit rate;
    private @Nullable LastFix last;

    Tracker(RateLimit rate) {
      this.rate = rate;
    }

    /// Under its lock to the end, so that one courier's fixes are published in their order.
    synchronized Optional<Problem> take(CourierId courier, PositionReport report, long nanos) {
      Instant now = clock.instant();
      Optional<Problem> problem =
          tooMany(nanos)
              .or(() -> PhoneClock.findProblem("occurredAt", report.occurredAt(), now))
              .or(() -> Optional.ofNullable(last).flatMap(fix -> fix.findProblem(report)));
      if (problem.isEmpty()) {
        last = LastFix.of(report);
        bus.publish(update(courier, report, now, nanos));
      }
      return problem;
    }

    private Optional<Problem> tooMany(long nanos) {
      return rate.tryTake(nanos)
          ? Optional.empty()
          : Optional.of(
              Problem.of(429, "too-many-positions", "More than " + perSecond + " fixes a second.")
                  .retryAfter(Duration.ofSeconds(1)));
    }
  }

  private static CourierPosition update(
      CourierId courier, PositionReport report, Instant now, long nanos) {
    return new CourierPosition(
        courier,
        report.point(),
        report.heading(),
        report.speed(),
        report.accuracy(),
        report.sequence(),
        report.occurredAt(),
        now,
        nanos);
  }
}
