package id.antar.load.town.chaos;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a strike did.
///
/// @param wholeSeconds from the strike until all processes were well and all streams back, a pause
///   included; absent if that did not come
/// @param awaySeconds from the strike until the process that was ended is there and well as another
///   one; absent if none was
/// @param broken streams that broke
/// @param sentAway those of them that were told before
/// @param backSeconds the longest it took one of them to be back
/// @param factSeconds the longest time without a fact, of any stream; likewise the other two
public record Struck(
    String what,
    @Nullable Double wholeSeconds,
    @Nullable Double awaySeconds,
    long broken,
    long sentAway,
    double backSeconds,
    double factSeconds,
    double offerSeconds,
    double positionSeconds) {

  static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
