package id.antar.query.rebuild;

import id.antar.query.log.LogPlaces;
import id.antar.query.log.LogPlaces.Gap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/// The gaps before which nobody need stop: what was rolled back has left its place in the log empty
/// for ever, and a processor has it among its gaps for thousands of events. They are told from
/// those in which somebody writes as [id.antar.query.log.Settling] does, but whoever writes is
/// waited for however long it takes.
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
    var open = new TreeSet<>(reach.gaps());
    open.removeAll(empty);
    for (Gap row : rows(open)) {
      List<Long> places = LongStream.rangeClosed(row.first(), row.last()).boxed().toList();
      if (isEmpty(row, places)) {
        empty.addAll(places);
        places.forEach(open::remove);
      }
    }
    return new Reach(reach.position(), open);
  }

  /// As one statement is given the places of all its rows at once, and locks them one by one.
  private static List<Gap> rows(TreeSet<Long> places) {
    var rows = new ArrayList<Gap>();
    for (long place : places) {
      if (!rows.isEmpty() && rows.getLast().last() == place - 1) {
        rows.add(new Gap(rows.removeLast().first(), place));
      } else {
        rows.add(new Gap(place, place));
      }
    }
    return rows;
  }

  private boolean isEmpty(Gap row, List<Long> places) {
    long now = nanoTime.getAsLong();
    places.forEach(place -> met.putIfAbsent(place, now));
    return places.stream().allMatch(place -> now - met.getOrDefault(place, now) >= PATIENCE)
        && !log.isBeingWritten(row);
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
