package id.antar.query.searchkeeping;

import id.antar.api.search.IndexState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far an index is behind the event store. The store's end is looked at every now and then;
/// what the index has not come to is as old as the first look that saw it.
final class Lag {

  /// What is not older may be on its way.
  private static final Duration TOLERANCE = Duration.ofSeconds(3);

  private static final int MOST_LOOKS = 2_000;

  private record Look(long head, Instant engineTime, long nanos) {}

  private final Deque<Look> ahead = new ArrayDeque<>();
  private long head = -1;
  private long position;
  private @Nullable Instant asOf;

  /// @param asOf of the position, as it was known before
  Lag(long position, @Nullable Instant asOf) {
    this.position = position;
    this.asOf = asOf;
  }

  void sees(long newHead, Instant engineTime, long nanos) {
    head = newHead;
    var look = new Look(newHead, engineTime, nanos);
    if (newHead <= position) {
      pass(look);
    } else if (ahead.isEmpty() || ahead.getLast().head() < newHead) {
      ahead.addLast(look);
      thinOut();
    }
  }

  /// What every look before it saw can be found.
  void reaches(long newPosition) {
    position = Math.max(position, newPosition);
    while (!ahead.isEmpty() && ahead.getFirst().head() <= position) {
      pass(ahead.removeFirst());
    }
  }

  private void pass(Look look) {
    asOf = asOf == null || look.engineTime().isAfter(asOf) ? look.engineTime() : asOf;
  }

  /// Of a long outage every second look is enough; the first says how long it has been.
  private void thinOut() {
    if (ahead.size() > MOST_LOOKS) {
      List<Look> all = new ArrayList<>(ahead);
      ahead.clear();
      for (int i = 0; i < all.size(); i += 2) {
        ahead.addLast(all.get(i));
      }
    }
  }

  long position() {
    return position;
  }

  @Nullable Instant asOf() {
    return asOf;
  }

  /// @param whole whether the index is known to hold what it should
  IndexState state(long nanos, boolean whole, boolean rebuilding) {
    Duration behind =
        ahead.isEmpty() ? Duration.ZERO : Duration.ofNanos(nanos - ahead.getFirst().nanos());
    return new IndexState(
        position,
        asOf,
        !whole || rebuilding || behind.compareTo(TOLERANCE) > 0,
        Math.max(0, head - position),
        behind.toSeconds(),
        rebuilding);
  }
}
