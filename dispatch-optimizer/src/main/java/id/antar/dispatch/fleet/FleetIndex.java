package id.antar.dispatch.fleet;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.dispatch.fleet.Cell.Ring;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where the couriers are: each one's last fix, found through the H3 cells around a point. Safe for
/// any number of threads; searches take no lock and see every courier who does not move meanwhile.
/// A fix within the cell of the one before costs no look-up of its cell.
public final class FleetIndex {

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

  private record Entry(Fix fix, Cell cell) {}

  /// Of so few, the furthest is soon found, and no ring beyond that is searched.
  private static final int FEW = 64;

  /// What rounding may hide of a chord: six micrometres.
  private static final double SLACK = 1e-12;

  private final Cells cells = new Cells();
  private final Duration silence;
  private final ConcurrentMap<CourierId, Entry> entries = new ConcurrentHashMap<>();

  /// @param silence after so long without a fix, a courier's phone may have begun to count anew
  public FleetIndex(Duration silence) {
    this.silence = silence;
  }

  /// Takes the fix unless a later one is known. Says whether it was taken.
  @SuppressWarnings("ReferenceEquality") // this very fix, not one like it
  public boolean update(Fix fix) {
    var at = Direction.of(fix.point());
    return entries.compute(fix.courierId(), (_, last) -> replace(last, fix, at)).fix() == fix;
  }

  public void remove(CourierId courierId) {
    var _ =
        entries.computeIfPresent(
            courierId,
            (_, last) -> {
              last.cell().remove(last.fix());
              return null;
            });
  }

  public Optional<Fix> find(CourierId courierId) {
    return Optional.ofNullable(entries.get(courierId)).map(Entry::fix);
  }

  public int size() {
    return entries.size();
  }

  /// The nearest couriers who are wanted, nearest first, at most `count`, within `maxRings` rings
  /// of cells (about 300 m each) around the point's own. Rings are searched until none further out
  /// can hold anyone nearer. Who is not among the nearest seen so far is not asked for.
  public List<Nearby> nearest(GeoPoint point, int count, int maxRings, Predicate<Fix> wanted) {
    if (count < 1) {
      throw new IllegalArgumentException("count (" + count + ") must be positive.");
    }
    while (true) {
      var nearest = search(point, new Nearest(count), maxRings, wanted);
      if (!nearest.hasOneTwice()) {
        return nearest.from(point);
      }
    }
  }

  private Nearest search(GeoPoint point, Nearest nearest, int maxRings, Predicate<Fix> wanted) {
    var from = Direction.of(point);
    Cell centre = cells.at(point);
    double offCentre = centre.chordTo(from);
    double furthest = furthest(from);
    for (int steps = 0; steps <= maxRings; steps++) {
      Ring ring = cells.ring(centre, steps);
      double least = ring.chord() - offCentre;
      if (least > Math.min(furthest, nearest.reach()) || !offer(ring, nearest, from, wanted)) {
        break;
      }
    }
    return nearest;
  }

  /// The chord beyond which nobody is, as far as it is known.
  private double furthest(Direction from) {
    if (entries.size() > FEW) {
      return Double.POSITIVE_INFINITY;
    }
    double squared = 0;
    for (Entry entry : entries.values()) {
      squared = Math.max(squared, from.chordSquaredTo(Direction.of(entry.fix().point())));
    }
    return Math.sqrt(squared) + SLACK;
  }

  /// Says whether any of the ring's cells is within reach.
  private static boolean offer(Ring ring, Nearest nearest, Direction from, Predicate<Fix> wanted) {
    boolean isWithinReach = false;
    for (Cell cell : ring.cells()) {
      if (cell.isWithin(nearest.reach(), from)) {
        isWithinReach = true;
        cell.offerTo(nearest, from, wanted);
      }
    }
    return isWithinReach;
  }

  private Entry replace(@Nullable Entry last, Fix fix, Direction at) {
    if (last == null) {
      return enter(cells.at(fix.point()), fix, at);
    }
    if (!isLater(fix, last.fix())) {
      return last;
    }
    Cell cell = last.cell().surelyHolds(at) ? last.cell() : cells.at(fix.point());
    if (cell.id == last.cell().id) {
      cell.replace(last.fix(), fix, at);
      return new Entry(fix, cell);
    }
    var entry = enter(cell, fix, at);
    last.cell().remove(last.fix());
    return entry;
  }

  private static Entry enter(Cell cell, Fix fix, Direction at) {
    cell.add(fix, at);
    return new Entry(fix, cell);
  }

  private boolean isLater(Fix next, Fix last) {
    return next.sequence() > last.sequence() || last.isOlderThan(silence, next.seenAt());
  }
}
