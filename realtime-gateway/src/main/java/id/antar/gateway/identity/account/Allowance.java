package id.antar.gateway.identity.account;

import id.antar.gateway.edge.memory.Latest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// So much for each within a span that begins with the first. The count is of this process and
/// bounded: what was not heard of for longest is forgotten first.
final class Allowance {

  private static final int REMEMBERED = 100_000;

  private final int most;
  private final Duration span;
  private final InstantSource clock;
  private final Map<String, Taken> taken = new Latest<>(REMEMBERED);

  Allowance(int most, Duration span, InstantSource clock) {
    this.most = most;
    this.span = span;
    this.clock = clock;
  }

  private record Taken(int count, Instant since) {}

  /// @return whether there was something left
  synchronized boolean take(String whose) {
    Instant now = clock.instant();
    Taken known = taken.getOrDefault(whose, new Taken(0, now));
    if (!now.isBefore(known.since().plus(span))) {
      known = new Taken(0, now);
    }
    if (known.count() < most) {
      taken.put(whose, new Taken(known.count() + 1, known.since()));
      return true;
    }
    return false;
  }
}
