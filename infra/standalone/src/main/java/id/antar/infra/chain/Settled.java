package id.antar.infra.chain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// Up to which position nothing new can appear in the log any more.
///
/// A transaction takes its position before it commits. So when a position is seen, every lower one
/// that is missing belongs to a transaction that had begun by then; once all that had begun by then
/// are over, what is missing stays missing. One that lasts longer than the views wait for is not
/// waited for here either.
final class Settled {
  /// The database tells a transaction's beginning to the second, and may list it a moment late.
  static final Duration AT_LEAST = Duration.ofSeconds(2);

  /// Longer than the event store's gap timeout.
  static final Duration AT_MOST = Duration.ofMinutes(2);

  private final Deque<Sight> sights = new ArrayDeque<>();
  private long position;

  private record Sight(Instant at, long head) {}

  /// @param head the highest position in the log now
  /// @param now by the database's clock
  /// @param oldest when the oldest transaction of those under way began; now if there is none
  /// @return up to where events may be chained although some positions are missing
  long see(long head, Instant now, Instant oldest) {
    if (sights.isEmpty() ? head > position : head > sights.getLast().head()) {
      sights.addLast(new Sight(now, head));
    }
    while (!sights.isEmpty() && isOver(sights.getFirst().at(), now, oldest)) {
      position = sights.removeFirst().head();
    }
    return position;
  }

  private static boolean isOver(Instant seen, Instant now, Instant oldest) {
    return seen.plus(AT_LEAST).isBefore(oldest) || seen.plus(AT_MOST).isBefore(now);
  }
}
