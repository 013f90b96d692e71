package id.antar.dispatch.road;

import com.graphhopper.storage.NodeAccess;
import id.antar.api.geo.GeoPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Guesses a travel time from the great circle where the streets have no answer. The seconds that a
/// metre takes are learned from the streets' own answers: the median over the ways between
/// junctions that are drawn the same for the same map, so a guess depends on nothing but the map.
final class StraightLine {

  /// Places further apart than this are not guessed.
  private static final double LONGEST_METRES = 30_000;

  private static final int SAMPLE = 64;
  private static final double SHORTEST_METRES = 100;
  private static final double WALKING = 1 / 1.4;

  private final double secondsPerMetre;

  private StraightLine(double secondsPerMetre) {
    this.secondsPerMetre = secondsPerMetre;
  }

  static StraightLine learned(Hierarchy streets, NodeAccess positions) {
    var search = new UpwardSearch(streets.nodes());
    var points = new ArrayList<GeoPoint>();
    var out = new ArrayList<Label>();
    var in = new ArrayList<Label>();
    for (int i = 0; i < SAMPLE; i++) {
      int node = Math.floorMod(mix(i), streets.nodes());
      points.add(new GeoPoint(positions.getLat(node), positions.getLon(node)));
      search.start(streets.rank(node), 0, 0);
      out.add(search.run(streets.out, streets.in));
      search.start(streets.rank(node), 0, 0);
      in.add(search.run(streets.in, streets.out));
    }
    return new StraightLine(median(streets.nodes(), points, out, in));
  }

  /// Seconds, or [TravelMatrix#UNREACHABLE].
  int seconds(GeoPoint from, GeoPoint to) {
    double metres = from.metresTo(to);
    return metres > LONGEST_METRES
        ? TravelMatrix.UNREACHABLE
        : Math.toIntExact(Math.round(metres * secondsPerMetre));
  }

  private static double median(int nodes, List<GeoPoint> points, List<Label> out, List<Label> in) {
    var buckets = new Buckets(nodes);
    buckets.fill(in);
    var lightest = new double[SAMPLE];
    var millis = new int[SAMPLE];
    var ratios = new double[SAMPLE * SAMPLE];
    int count = 0;
    for (int i = 0; i < SAMPLE; i++) {
      buckets.meet(out.get(i), lightest, millis);
      for (int j = 0; j < SAMPLE; j++) {
        double metres = points.get(i).metresTo(points.get(j));
        if (metres >= SHORTEST_METRES && lightest[j] != Label.NO_WAY) {
          ratios[count++] = millis[j] / 1000.0 / metres;
        }
      }
    }
    Arrays.sort(ratios, 0, count);
    return count == 0 ? WALKING : ratios[count / 2];
  }

  /// Spreads numbers over all nodes (Steele, Lea and Flood 2014).
  private static int mix(int number) {
    long z = (number + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (int) (z ^ (z >>> 31));
  }
}
