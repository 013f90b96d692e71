package id.antar.load.town.chaos;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a strike did.
///
/// @param wholeSeconds from the strike until all processes were well and all streams back, a pause
///   included; absent if that did not come
/// @param broken streams that broke
/// @param backSeconds the longest it took one of them to be back
/// @param factSeconds the longest time without a fact, of any stream; likewise the other two
public record Struck(
    String what,
    @Nullable Double wholeSeconds,
    long broken,
    double backSeconds,
    double factSeconds,
    double offerSeconds,
    double positionSeconds) {

  static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
