package id.antar.command.alert.watch;

import java.time.Duration;
import java.time.Instant;

final class Times {

  private Times() {}

  static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1e3;
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
