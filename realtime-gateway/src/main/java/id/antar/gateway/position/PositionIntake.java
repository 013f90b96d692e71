package id.antar.gateway.position;

import id.antar.api.courier.CourierId;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.position.PositionBus;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.limit.TokenBucket;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.PhoneClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Takes couriers' fixes, one after the other per courier, and puts those that can be true on the
/// position bus. One that cannot be true is ignored and harms no later one.
public final class PositionIntake {

  /// A phone's clock is set by the network. Where the engine's clock runs faster, the phone's
  /// answer to the same second outside is as much further off.
  private static final Duration AHEAD = Duration.ofSeconds(10);

  private static final Duration AHEAD_OUTSIDE = Duration.ofSeconds(1);

  private final PositionBus bus;
  private final EngineClock clock;
  private final LongSupplier nanoTime;
  private final double perSecond;
  private final double burst;
  private final Duration ahead;
  private final Map<CourierId, Tracker> trackers = new ConcurrentHashMap<>();

  PositionIntake(
      PositionBus bus, EngineClock clock, LongSupplier nanoTime, double perSecond, double burst) {
    this.bus = bus;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.perSecond = perSecond;
    this.burst = burst;
    this.ahead = mostAhead(clock);
  }

  private static Duration mostAhead(EngineClock clock) {
    Duration outside = Duration.ofNanos((long) (AHEAD_OUTSIDE.toNanos() * clock.speed()));
    return outside.compareTo(AHEAD) > 0 ? outside : AHEAD;
  }

  /// The problem that the fix is, or nothing if it was published.
  public Optional<Problem> take(CourierId courier, PositionReport report) {
    long nanos = nanoTime.getAsLong();
    return tracker(courier, nanos).take(courier, report, nanos);
  }

  /// Fixes that a phone kept while it was offline, checked in the order of their own times. Only
  /// the newest that can be true is published: where the courier was before is over.
  ///
  /// @return the problems, by their fixes' places in the list
  SortedMap<Integer, Problem> takeAll(CourierId courier, List<PositionReport> reports) {
    long nanos = nanoTime.getAsLong();
    return tracker(courier, nanos).takeAll(courier, reports, nanos);
  }

  private Tracker tracker(CourierId courier, long nanos) {
    return trackers.computeIfAbsent(
        courier, _ -> new Tracker(new TokenBucket(perSecond, burst, nanos)));
  }

  private final class Tracker {

    private final TokenBucket rate;
    private @Nullable LastFix last;

    Tracker(TokenBucket rate) {
      this.rate = rate;
    }

    /// Under its lock to the end, so that one courier's fixes are published in their order.
    synchronized Optional<Problem> take(CourierId courier, PositionReport report, long nanos) {
      Instant now = clock.instant();
      Optional<Problem> problem = check(report, now, nanos);
      if (problem.isEmpty()) {
        bus.publish(update(courier, report, now, nanos));
      }
      return problem;
    }

    synchronized SortedMap<Integer, Problem> takeAll(
        CourierId courier, List<PositionReport> reports, long nanos) {
      Instant now = clock.instant();
      var problems = new TreeMap<Integer, Problem>();
      PositionReport newest = null;
      for (int i : inTheirOrder(reports)) {
        Optional<Problem> problem = check(reports.get(i), now, nanos);
        problem.ifPresent(it -> problems.put(i, it));
        newest = problem.isEmpty() ? reports.get(i) : newest;
      }
      if (newest != null) {
        bus.publish(update(courier, newest, now, nanos));
      }
      return problems;
    }

    private Optional<Problem> check(PositionReport report, Instant now, long nanos) {
      Optional<Problem> problem =
          tooMany(nanos)
              .or(() -> PhoneClock.findProblem("occurredAt", report.occurredAt(), now, ahead))
              .or(() -> Optional.ofNullable(last).flatMap(fix -> fix.findProblem(report)));
      if (problem.isEmpty()) {
        last = LastFix.of(report);
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

  private static List<Integer> inTheirOrder(List<PositionReport> reports) {
    return IntStream.range(0, reports.size())
        .boxed()
        .sorted(
            Comparator.<Integer, Instant>comparing(i -> reports.get(i).occurredAt())
                .thenComparing(i -> reports.get(i).sequence()))
        .toList();
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
