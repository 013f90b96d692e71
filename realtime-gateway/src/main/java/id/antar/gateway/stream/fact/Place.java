package id.antar.gateway.stream.fact;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/// How far the feed has come in the event store. Takes each index once, in whatever order and
/// however often it is told of it. Not safe for threads.
final class Place {

  /// A transaction does not take longer; what is missing after that was rolled back. The cursors
  /// then say no more of it.
  private static final Duration OPEN = Duration.ofMinutes(1);

  private final LongSupplier nanoTime;

  /// Each with the time at which it was first missing.
  private final TreeMap<Long, Long> gaps = new TreeMap<>(Comparator.reverseOrder());

  private long index;
  private Cursor cursor;

  Place(Cursor at, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.index = at.index();
    this.cursor = at;
    at.gaps().forEach(gap -> gaps.put(gap, nanoTime.getAsLong()));
  }

  boolean hasPassed(long other) {
    return other <= index && !gaps.containsKey(other);
  }

  /// @param own the index of what is there
  /// @param upTo the highest index that the store told of so far
  /// @param open what it missed below that
  void pass(long own, long upTo, Collection<Long> open) {
    if (own > index) {
      long now = nanoTime.getAsLong();
      open.stream().filter(gap -> gap > index && gap < own).forEach(gap -> gaps.put(gap, now));
      index = own;
    } else {
      gaps.remove(own);
    }
    if (upTo >= index) {
      gaps.keySet().retainAll(open);
    }
    cursor = cursorNow();
  }

  Cursor cursor() {
    return cursor;
  }

  private Cursor cursorNow() {
    if (gaps.isEmpty()) {
      return new Cursor(index, List.of());
    }
    long earliest = nanoTime.getAsLong() - OPEN.toNanos();
    List<Long> young =
        gaps.entrySet().stream()
            .filter(gap -> gap.getValue() - earliest >= 0)
            .limit(Cursor.MOST_GAPS)
            .map(Map.Entry::getKey)
            .toList();
    return new Cursor(index, young);
  }
}
