package id.antar.api.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// A span of time in pieces. The first and the last piece are as long as the span leaves them.
///
/// @param from whole seconds
/// @param to the moment before which it ends
public record Span(Instant from, Instant to, Bucket bucket, ZoneId timeZone) {

  public Span {
    from = from.truncatedTo(ChronoUnit.SECONDS);
    to = to.truncatedTo(ChronoUnit.SECONDS);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("to is not after from.");
    }
    if (Duration.between(from, to).compareTo(Duration.ofDays(bucket.mostDays())) > 0) {
      throw new IllegalArgumentException(
          "to is more than " + bucket.mostDays() + " days after from.");
    }
  }

  /// When each piece begins.
  public List<Instant> starts() {
    List<Instant> starts = new ArrayList<>();
    ZonedDateTime at = from.atZone(timeZone);
    while (at.toInstant().isBefore(to)) {
      starts.add(at.toInstant());
      at = bucket.next(at);
    }
    return starts;
  }
}
