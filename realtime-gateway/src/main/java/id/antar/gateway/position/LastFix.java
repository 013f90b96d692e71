package id.antar.gateway.position;

import id.antar.api.geo.GeoPoint;
import id.antar.gateway.edge.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Where a courier was last believed to be, and what can follow from there.
record LastFix(long sequence, GeoPoint point, Instant occurredAt, double accuracyMetres) {

  /// Faster than any courier, in the phone's own time.
  private static final double FASTEST_METRES_PER_SECOND = 60;

  /// After so long without a fix, a phone may be another one, which counts anew.
  private static final Duration SILENCE = Duration.ofMinutes(2);

  /// What a fix may be off without anybody having moved.
  private static final double USUAL_SLACK_METRES = 50;

  /// A phone that calls itself very inaccurate is not thereby believed everything.
  private static final double MOST_SLACK_METRES = 500;

  static LastFix of(PositionReport report) {
    double accuracy = report.accuracy() == null ? 0 : report.accuracy();
    return new LastFix(report.sequence(), report.point(), report.occurredAt(), accuracy);
  }

  Optional<Problem> findProblem(PositionReport next) {
    boolean mayCountAnew = next.occurredAt().isAfter(occurredAt.plus(SILENCE));
    if (next.sequence() <= sequence && !mayCountAnew) {
      return Optional.of(
          Problem.of(
                  409,
                  "stale-position",
                  "Sequence " + next.sequence() + " does not follow " + sequence + ".")
              .at("sequence", "does not follow " + sequence));
    }
    double metres = point.metresTo(next.point());
    double seconds = Duration.between(occurredAt, next.occurredAt()).toNanos() / 1e9;
    return metres <= reach(next, seconds) ? Optional.empty() : Optional.of(tooFar(metres, seconds));
  }

  private double reach(PositionReport next, double seconds) {
    double accuracy = next.accuracy() == null ? 0 : next.accuracy();
    double slack = Math.max(USUAL_SLACK_METRES, Math.max(accuracy, accuracyMetres));
    return Math.min(slack, MOST_SLACK_METRES) + FASTEST_METRES_PER_SECOND * Math.max(0, seconds);
  }

  private static Problem tooFar(double metres, double seconds) {
    String message =
        String.format(Locale.ROOT, "%.0f m in %.1f s is faster than any courier.", metres, seconds);
    return Problem.invalid("implausible-position", "latitude", message);
  }
}
