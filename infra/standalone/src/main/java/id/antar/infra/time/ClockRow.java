package id.antar.infra.time;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The row that says what time it is for all processes of a cluster.
///
/// @param engineTime what it was
/// @param realTime when it was so, by the database's clock; null while it stands still
/// @param speed at which it has passed since
/// @param livedAt when a process last lived by it
/// @param now by the database's clock, when the row was read
record ClockRow(
    Instant engineTime, @Nullable Instant realTime, double speed, Instant livedAt, Instant now) {

  /// So long after it was last heard of, a process lives no more.
  static final Duration SILENCE = Duration.ofSeconds(10);

  boolean isLivedBy() {
    return livedAt.plus(SILENCE).isAfter(now);
  }

  /// @param real by the database's clock
  Instant at(Instant real) {
    if (realTime == null || real.isBefore(realTime)) {
      return engineTime;
    }
    return engineTime.plusNanos((long) (Duration.between(realTime, real).toNanos() * speed));
  }

  /// For the first who comes after all have gone. As with one process, time passes while the engine
  /// is down, but no faster than life; nothing that may have been seen or recorded is in the
  /// future.
  ///
  /// @param wanted null: as it was
  ClockRow begunAnew(@Nullable Double wanted, Instant lastRecorded) {
    double fresh = wanted == null ? speed : wanted;
    Instant begin = later(later(now, lastRecorded), at(livedAt.plus(SILENCE)));
    return new ClockRow(begin, fresh == 1 ? now : null, fresh, now, now);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
