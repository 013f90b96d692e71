package id.antar.dispatch.fleet;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.dispatch.fleet.FleetIndex.Fix;
import id.antar.dispatch.fleet.FleetIndex.Nearby;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/// The nearest fixes seen so far by their chords, and those that are further only by what rounding
/// may hide: the great-circle distances decide in the end.
final class Nearest {

  private static final Comparator<Nearby> NEAREST_FIRST =
      Comparator.comparingDouble(Nearby::metres)
          .thenComparing(nearby -> nearby.fix().courierId().value());

  /// Six micrometres. Chords and great-circle distances are computed to some nanometres.
  private static final double SLACK = 1e-12;

  private final int count;
  private double[] chordsSquared;
  private Fix[] fixes;
  private int size;
  private double reach = Double.POSITIVE_INFINITY;
  private double reachSquared = Double.POSITIVE_INFINITY;

  Nearest(int count) {
    this.count = count;
    this.chordsSquared = new double[count + 2];
    this.fixes = new Fix[count + 2];
  }

  /// The chord beyond which nothing is of interest any more.
  double reach() {
    return reach;
  }

  boolean wouldTake(double chordSquared) {
    return chordSquared <= reachSquared;
  }

  void take(double chordSquared, Fix fix) {
    if (size == fixes.length) {
      chordsSquared = Arrays.copyOf(chordsSquared, 2 * size);
      fixes = Arrays.copyOf(fixes, 2 * size);
    }
    int place = size++;
    for (; place > 0 && chordsSquared[place - 1] > chordSquared; place--) {
      chordsSquared[place] = chordsSquared[place - 1];
      fixes[place] = fixes[place - 1];
    }
    chordsSquared[place] = chordSquared;
    fixes[place] = fix;
    if (size >= count) {
      reach = Math.sqrt(chordsSquared[count - 1]) + SLACK;
      reachSquared = reach * reach;
      while (chordsSquared[size - 1] > reachSquared) {
        size--;
      }
    }
  }

  /// A courier who changed cell meanwhile may have been seen in both.
  boolean hasOneTwice() {
    var seen = new HashSet<CourierId>(2 * size);
    for (int i = 0; i < size; i++) {
      if (!seen.add(fixes[i].courierId())) {
        return true;
      }
    }
    return false;
  }

  List<Nearby> from(GeoPoint point) {
    var nearby = new ArrayList<Nearby>(size);
    for (int i = 0; i < size; i++) {
      nearby.add(new Nearby(fixes[i], point.metresTo(fixes[i].point())));
    }
    nearby.sort(NEAREST_FIRST);
    return List.copyOf(nearby.subList(0, Math.min(count, size)));
  }
}
