package id.antar.dispatch.fleet;

import com.uber.h3core.H3Core;
import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where the couriers are: each one's last fix, found through the H3 cells (resolution 9, about 350
/// m from centre to centre) around a point. Safe for any number of threads; an update costs one
/// cell look-up and, when the courier has changed cell, two set operations. A search sees every
/// courier who does not move meanwhile.
public final class FleetIndex {

  private static final int RESOLUTION = 9;

  /// Whatever lies outside the disk of `k` rings is at least this far from any point of its centre
  /// cell: `RING_METRES * (k + 1) - SLACK_METRES`. Cells are up to 14 % smaller and 6 % larger (by
  /// length) than the average; a disk's flat sides are at 0.866 of its corners.
  private static final double RING_METRES = 250;

  private static final double SLACK_METRES = 440;

  /// A courier's last fix.
  ///
  /// @param sequence the phone's counter
  /// @param seenAt when it reached the engine
  public record Fix(CourierId courierId, GeoPoint point, long sequence, Instant seenAt) {

    public boolean isOlderThan(Duration age, Instant now) {
      return seenAt.plus(age).isBefore(now);
    }
  }

  /// A fix and its great-circle distance.
  public record Nearby(Fix fix, double metres) {}

  private record Entry(Fix fix, long cell) {}

  private static final Comparator<Nearby> NEAREST_FIRST =
      Comparator.comparingDouble(Nearby::metres)
          .thenComparing(nearby -> nearby.fix().courierId().value());

  private final H3Core h3;
  private final Duration silence;
  private final ConcurrentMap<CourierId, Entry> entries = new ConcurrentHashMap<>();
  private final ConcurrentMap<Long, Set<CourierId>> cells = new ConcurrentHashMap<>();

  /// @param silence after so long without a fix, a courier's phone may have begun to count anew
  public FleetIndex(Duration silence) {
    this.silence = silence;
    try {
      this.h3 = H3Core.newInstance();
    } catch (IOException e) {
      throw new UncheckedIOException("H3's native library does not load.", e);
    }
  }

  /// Takes the fix unless a later one is known. Says whether it was taken.
  public boolean update(Fix fix) {
    long cell = h3.latLngToCell(fix.point().latitude(), fix.point().longitude(), RESOLUTION);
    var entry = new Entry(fix, cell);
    return entries.compute(fix.courierId(), (_, last) -> replace(last, entry)) == entry;
  }

  public void remove(CourierId courierId) {
    var _ =
        entries.computeIfPresent(
            courierId,
            (_, last) -> {
              leave(last);
              return null;
            });
  }

  public Optional<Fix> find(CourierId courierId) {
    return Optional.ofNullable(entries.get(courierId)).map(Entry::fix);
  }

  public int size() {
    return entries.size();
  }

  /// The nearest couriers who are wanted, nearest first, at most `count`. Rings are searched until
  /// so many are found that none further out can be nearer, and `maxRings` of them at most.
  public List<Nearby> nearest(GeoPoint point, int count, int maxRings, Predicate<Fix> wanted) {
    long centre = h3.latLngToCell(point.latitude(), point.longitude(), RESOLUTION);
    var found = new ArrayList<Nearby>();
    for (int ring = 0; ring <= maxRings; ring++) {
      for (long cell : h3.gridRing(centre, ring)) {
        collect(cell, point, wanted, found);
      }
      if (found.size() >= count) {
        found.sort(NEAREST_FIRST);
        if (found.get(count - 1).metres() <= RING_METRES * (ring + 1) - SLACK_METRES) {
          break;
        }
      }
    }
    found.sort(NEAREST_FIRST);
    return List.copyOf(found.subList(0, Math.min(count, found.size())));
  }

  private void collect(long cell, GeoPoint point, Predicate<Fix> wanted, List<Nearby> found) {
    for (CourierId courierId : cells.getOrDefault(cell, Set.of())) {
      Entry entry = entries.get(courierId);
      if (entry != null && entry.cell() == cell && wanted.test(entry.fix())) {
        found.add(new Nearby(entry.fix(), point.metresTo(entry.fix().point())));
      }
    }
  }

  private Entry replace(@Nullable Entry last, Entry next) {
    if (last != null && !isLater(next.fix(), last.fix())) {
      return last;
    }
    if (last == null || last.cell() != next.cell()) {
      var _ =
          cells
              .computeIfAbsent(next.cell(), _ -> ConcurrentHashMap.newKeySet())
              .add(next.fix().courierId());
      if (last != null) {
        leave(last);
      }
    }
    return next;
  }

  private boolean isLater(Fix next, Fix last) {
    return next.sequence() > last.sequence() || last.isOlderThan(silence, next.seenAt());
  }

  private void leave(Entry entry) {
    Set<CourierId> cell = cells.get(entry.cell());
    if (cell != null) {
      var _ = cell.remove(entry.fix().courierId());
    }
  }
}
