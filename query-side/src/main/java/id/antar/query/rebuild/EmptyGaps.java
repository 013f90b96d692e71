package id.antar.query.rebuild;

import id.antar.query.log.LogPlaces;
import id.antar.query.log.LogPlaces.Gap;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// The gaps before which nobody need stop: what was rolled back has left its place in the log empty
/// for ever, and a processor has it among its gaps for thousands of events. They are told from
/// those in which somebody writes by the rules of [Settling].
final class EmptyGaps {
  private static final long PATIENCE = Duration.ofSeconds(2).toNanos();

  private final LogPlaces log;
  private final LongSupplier nanoTime;
  private final Map<Long, Long> met = new HashMap<>();
  private final Set<Long> empty = new HashSet<>();

  EmptyGaps(LogPlaces log, LongSupplier nanoTime) {
    this.log = log;
    this.nanoTime = nanoTime;
  }

  /// @param reach as it is now
  Reach leftOutOf(Reach reach) {
    var open = new HashSet<Long>();
    for (long gap : reach.gaps()) {
      if (isEmpty(gap)) {
        empty.add(gap);
      } else {
        open.add(gap);
      }
    }
    return new Reach(reach.position(), open);
  }

  private boolean isEmpty(long gap) {
    return empty.contains(gap)
        || (waited(gap) >= PATIENCE && !log.isBeingWritten(new Gap(gap, gap)));
  }

  private long waited(long gap) {
    long now = nanoTime.getAsLong();
    return now - met.computeIfAbsent(gap, _ -> now);
  }

  /// Until every gap that was met has been there for long enough to be judged.
  void await() {
    long now = nanoTime.getAsLong();
    long left = met.values().stream().mapToLong(since -> since + PATIENCE - now).max().orElse(0);
    try {
      TimeUnit.NANOSECONDS.sleep(left);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The process ends.");
    }
  }
}
