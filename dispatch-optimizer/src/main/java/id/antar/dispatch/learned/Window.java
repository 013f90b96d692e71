package id.antar.dispatch.learned;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// The latest observations of one kind at one place, in seconds. It forgets twofold: what is older
/// than its capacity, and over two weeks half of what it holds. Immutable.
@JsonTypeName("window")
@JsonAutoDetect(fieldVisibility = Visibility.NONE, getterVisibility = Visibility.NONE)
final class Window implements Row {

  static final double HALF_LIFE_DAYS = 14;

  static final Window EMPTY = new Window(0, new int[0]);

  /// Of the last observation, in days since 1970.
  @JsonProperty private final long day;

  /// Oldest first.
  @JsonProperty private final int[] latest;

  private final int[] sorted;

  @JsonCreator
  Window(@JsonProperty("day") long day, @JsonProperty("latest") int[] latest) {
    this.day = day;
    this.latest = latest.clone();
    this.sorted = latest.clone();
    Arrays.sort(sorted);
  }

  Window with(int seconds, Instant at, int capacity) {
    long today = Math.max(day, Duration.between(Instant.EPOCH, at).toDays());
    int kept = Math.min(capacity - 1, (int) Math.round(weight(today)));
    int[] next = Arrays.copyOfRange(latest, latest.length - kept, latest.length + 1);
    next[kept] = seconds;
    return new Window(today, next);
  }

  long day() {
    return day;
  }

  int size() {
    return sorted.length;
  }

  /// How many observations it counts for on a later day.
  double weight(long onDay) {
    return sorted.length * Math.pow(2, -Math.max(0, onDay - day) / HALF_LIFE_DAYS);
  }

  /// The share of the observations that are not greater.
  double atMost(int seconds) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= seconds) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return sorted.length == 0 ? 0 : (double) low / sorted.length;
  }
}
