package id.antar.dispatch.fleet;

import id.antar.dispatch.fleet.FleetIndex.Fix;
import java.util.Arrays;
import java.util.function.Predicate;

/// An H3 cell and the couriers in it. Who is where is one immutable bucket that each change
/// replaces, so a search takes no lock and sees every fix whole; changes of one cell wait for each
/// other.
final class Cell {

  private static final Bucket NOBODY = new Bucket(new double[0], new Fix[0]);

  /// @param places x, y and z of each fix, side by side, because that is what a search reads
  private record Bucket(double[] places, Fix[] fixes) {

    Bucket with(Fix fix, Direction at) {
      return copy(fixes.length + 1).set(fixes.length, fix, at);
    }

    Bucket replacing(Fix old, Fix fix, Direction at) {
      return copy(fixes.length).set(indexOf(old), fix, at);
    }

    Bucket without(Fix fix) {
      int index = indexOf(fix);
      int last = fixes.length - 1;
      Bucket fewer = copy(last);
      if (index < last) {
        fewer.fixes[index] = fixes[last];
        System.arraycopy(places, 3 * last, fewer.places, 3 * index, 3);
      }
      return fewer;
    }

    private Bucket copy(int length) {
      return new Bucket(Arrays.copyOf(places, 3 * length), Arrays.copyOf(fixes, length));
    }

    private Bucket set(int index, Fix fix, Direction at) {
      fixes[index] = fix;
      places[3 * index] = at.x();
      places[3 * index + 1] = at.y();
      places[3 * index + 2] = at.z();
      return this;
    }

    @SuppressWarnings("ReferenceEquality") // the very fix that was put here
    private int indexOf(Fix fix) {
      int index = 0;
      while (fixes[index] != fix) {
        index++;
      }
      return index;
    }
  }

  /// The cells that are exactly so many steps away from another.
  ///
  /// @param chord no point of them is nearer than this to the other's centre
  record Ring(Cell[] cells, double chord) {}

  final long id;

  /// The rings around this cell as far as a search has gone, this cell itself as the first.
  volatile Ring[] rings = {};

  private final double x;
  private final double y;
  private final double z;
  private final double inner;
  private final double outer;
  private volatile Bucket bucket = NOBODY;

  /// @param inner any point nearer than this chord to the centre is of this cell
  /// @param outer no point of this cell is further than this chord from the centre
  Cell(long id, Direction centre, double inner, double outer) {
    this.id = id;
    this.x = centre.x();
    this.y = centre.y();
    this.z = centre.z();
    this.inner = inner;
    this.outer = outer;
  }

  synchronized void add(Fix fix, Direction at) {
    bucket = bucket.with(fix, at);
  }

  synchronized void replace(Fix old, Fix fix, Direction at) {
    bucket = bucket.replacing(old, fix, at);
  }

  synchronized void remove(Fix fix) {
    bucket = bucket.without(fix);
  }

  /// Whether the point is certainly of this cell; near the edge it may be without being told so.
  boolean surelyHolds(Direction point) {
    return point.chordSquaredTo(x, y, z) < inner * inner;
  }

  /// Straight through the earth, from the centre to the point.
  double chordTo(Direction point) {
    return Math.sqrt(point.chordSquaredTo(x, y, z));
  }

  /// No point of this cell is nearer than this to that cell's centre.
  double leastChordTo(Cell other) {
    return chordTo(new Direction(other.x, other.y, other.z)) - outer;
  }

  /// Whether some point of this cell may be as near as that.
  boolean isWithin(double chord, Direction point) {
    double most = chord + outer;
    return point.chordSquaredTo(x, y, z) <= most * most;
  }

  void offerTo(Nearest nearest, Direction from, Predicate<Fix> wanted) {
    Bucket now = bucket;
    double[] places = now.places;
    for (int i = 0, at = 0; at < places.length; i++, at += 3) {
      double squared = from.chordSquaredTo(places[at], places[at + 1], places[at + 2]);
      if (nearest.wouldTake(squared) && wanted.test(now.fixes[i])) {
        nearest.take(squared, now.fixes[i]);
      }
    }
  }
}
