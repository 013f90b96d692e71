package id.antar.query.track;

import java.time.Duration;

/// How finely couriers' ways are kept. Times are of the engine's clock, unless it is said
/// otherwise.
///
/// @param every a point is kept when the last one is so old
/// @param metres or so far away
/// @param writeAfter in real time: so long a point is only in memory
/// @param most points that wait in memory for a database that does not answer; beyond them, the
///   oldest are lost
/// @param keep for how long
public record TrackSettings(
    Duration every, double metres, Duration writeAfter, int most, Duration keep) {

  public static final TrackSettings USUAL =
      new TrackSettings(
          Duration.ofSeconds(10), 25, Duration.ofSeconds(30), 500_000, Duration.ofDays(30));

  public TrackSettings {
    if (every.isNegative() || !(metres >= 0) || writeAfter.isNegative() || most < 1) {
      throw new IllegalArgumentException(
          "every (%s), metres (%s) and writeAfter (%s) must not be negative, most (%d) not below 1."
              .formatted(every, metres, writeAfter, most));
    }
    if (!keep.isPositive()) {
      throw new IllegalArgumentException("keep (" + keep + ") is not above 0.");
    }
  }
}
