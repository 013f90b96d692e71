package id.antar.gateway.edge.request;

import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far a phone's clock may be from the engine's.
public final class PhoneClock {

  private static final Duration AHEAD = Duration.ofMinutes(2);
  private static final Duration BEHIND = Duration.ofHours(24);

  private final EngineClock clock;

  public PhoneClock(EngineClock clock) {
    this.clock = clock;
  }

  /// When a command's cause happened: what its body says, else now.
  public Instant of(@Nullable Timed body) {
    Instant now = clock.instant();
    Instant said = body == null ? null : body.occurredAt();
    if (said == null) {
      return now;
    }
    findProblem("occurredAt", said, now, AHEAD)
        .ifPresent(problem -> {
          throw problem.asException();
        });
    return said;
  }

  /// @param ahead how far the phone's clock may be ahead
  public static Optional<Problem> findProblem(
      String field, Instant said, Instant now, Duration ahead) {
    if (said.isAfter(now.plus(ahead))) {
      return outOfRange(
          field,
          said + " is more than " + ahead.toSeconds() + " s in the future; it is " + now + ".");
    }
    if (said.isBefore(now.minus(BEHIND))) {
      return outOfRange(field, said + " is more than 24 hours ago; it is " + now + ".");
    }
    return Optional.empty();
  }

  private static Optional<Problem> outOfRange(String field, String message) {
    return Optional.of(Problem.invalid("clock-out-of-range", field, message));
  }
}
