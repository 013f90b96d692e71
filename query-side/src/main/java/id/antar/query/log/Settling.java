package id.antar.query.log;

import id.antar.query.log.LogPlaces.Gap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// How far the log is settled: up to where nothing can come in between any more. Whoever reads no
/// further than that, in the order of places, reads each event once and misses none.
///
/// The database gives a place to an event when it is inserted, and shows it when its transaction
/// commits. So a later place may be seen sooner, and the place of what was rolled back stays empty
/// for ever. A gap is taken for empty when, in this order,
///
/// 1. something behind it has been seen for as long as the patience: what stands in the gap was
///    given its place before that, and has been inserted since, because between the two nothing is
///    waited for;
/// 2. the places were read once more and the gap is still there;
/// 3. nobody is writing in it: a row that is inserted and not committed is locked, one that was
///    committed after 2 is seen, and one that was rolled back is gone.
///
/// It is therefore wrong only if the database takes longer than the patience from giving a place to
/// inserting the row, or if a transaction is open for longer than [#AT_MOST], which is not waited
/// for: the views do not wait for it either. Then an event appears in a gap that was passed, which
/// [#findFilled] tells to those who can begin again.
///
/// The lock is asked for without waiting, at `READ COMMITTED`: any isolation that locks gaps would
/// make inserts wait, and 1 no longer holds. Not safe for several threads.
public final class Settling {

  /// Longer than the event store's gap timeout.
  public static final Duration AT_MOST = Duration.ofMinutes(2);

  private final LogPlaces log;
  private final LongSupplier nanoTime;
  private final long patience;
  private final Map<Gap, Long> open = new HashMap<>();
  private final Map<Gap, Long> empty = new LinkedHashMap<>();

  /// @param patience what cannot begin again should have more of it
  public Settling(LogPlaces log, Duration patience, LongSupplier nanoTime) {
    this.log = log;
    this.nanoTime = nanoTime;
    this.patience = patience.toNanos();
  }

  /// @param after a place up to which all is settled
  /// @param most places that are looked at
  /// @return how far, if there is something; goes so far at once and no further
  public long upTo(long after, int most) {
    List<Long> positions = log.positionsAfter(after, most);
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
    forgetOld(now);
    for (Gap gap : gaps) {
      if (isOpen(gap, now - open.getOrDefault(gap, now))) {
        return gap;
      }
      open.remove(gap);
      empty.put(gap, now);
    }
    return null;
  }

  private boolean isOpen(Gap gap, long waited) {
    return waited < patience || (waited < AT_MOST.toNanos() && log.isBeingWritten(gap));
  }

  /// A gap that was taken for empty within the last two minutes, and is not.
  public @Nullable Gap findFilled() {
    forgetOld(nanoTime.getAsLong());
    return empty.isEmpty() ? null : log.firstFilled(List.copyOf(empty.keySet()));
  }

  private void forgetOld(long now) {
    empty.values().removeIf(since -> now - since > AT_MOST.toNanos());
  }

  public void startAgain() {
    open.clear();
    empty.clear();
  }
}
