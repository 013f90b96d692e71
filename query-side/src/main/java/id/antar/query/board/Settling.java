package id.antar.query.board;

import id.antar.query.board.BoardLog.Gap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// How far the log is settled: up to where nothing can come in between any more. A place is given
/// to an event before it is committed, so a later event may be seen sooner; and the place of one
/// that was rolled back stays empty for ever. A gap is taken for empty once nobody is writing there
/// and it has been seen for a moment, because a place is given a moment before it is written to.
/// Should something appear there all the same, within a minute, that is found.
final class Settling {

  private static final int AT_ONCE = 10_000;

  private final BoardLog log;
  private final LongSupplier nanoTime;
  private final long patience;
  private final long memory;
  private final Map<Gap, Long> open = new HashMap<>();
  private final Map<Gap, Long> empty = new LinkedHashMap<>();

  Settling(BoardLog log, Duration patience, Duration memory, LongSupplier nanoTime) {
    this.log = log;
    this.nanoTime = nanoTime;
    this.patience = patience.toNanos();
    this.memory = memory.toNanos();
  }

  /// @return how far, if there is something; goes so far at once and no further
  long upTo(long after) {
    List<Long> positions = log.positionsAfter(after, AT_ONCE);
    Gap gap = firstOpen(gaps(after, positions));
    if (gap != null) {
      return gap.first() - 1;
    }
    return positions.isEmpty() ? after : positions.getLast();
  }

  private static List<Gap> gaps(long after, List<Long> positions) {
    var gaps = new ArrayList<Gap>();
    long expected = after + 1;
    for (long position : positions) {
      if (position > expected) {
        gaps.add(new Gap(expected, position - 1));
      }
      expected = position + 1;
    }
    return gaps;
  }

  /// All of them begin to be waited for, so that they are waited for together.
  private @Nullable Gap firstOpen(List<Gap> gaps) {
    long now = nanoTime.getAsLong();
    open.keySet().retainAll(gaps);
    gaps.forEach(gap -> open.putIfAbsent(gap, now));
    for (Gap gap : gaps) {
      if (now - open.getOrDefault(gap, now) < patience || log.isBeingWritten(gap)) {
        return gap;
      }
      open.remove(gap);
      empty.put(gap, now);
    }
    return null;
  }

  /// A gap that was taken for empty, and is not.
  @Nullable Gap findFilled() {
    long now = nanoTime.getAsLong();
    empty.values().removeIf(since -> now - since > memory);
    return empty.isEmpty() ? null : log.firstFilled(List.copyOf(empty.keySet()));
  }

  void startAgain() {
    open.clear();
    empty.clear();
  }
}
