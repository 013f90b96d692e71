package id.antar.dispatch.road;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/// Holds a matrix against GraphHopper's router, leg by leg.
final class RouterComparison {

  private RouterComparison() {}

  /// How many legs have a way, each with the router's seconds; the others are estimates or nothing.
  static int of(RoadNetwork road, Vehicle vehicle, List<GeoPoint> from, List<GeoPoint> to) {
    TravelMatrix matrix = road.matrix(from, to, vehicle);
    int ways = 0;
    for (int i = 0; i < from.size(); i++) {
      for (int j = 0; j < to.size(); j++) {
        OptionalInt routed = routed(road, vehicle, from.get(i), to.get(j));
        String leg = vehicle + " from " + from.get(i) + " to " + to.get(j);
        if (routed.isPresent()) {
          assertThat(matrix.seconds(i, j)).as(leg).isEqualTo(routed.getAsInt());
          assertThat(matrix.isEstimate(i, j)).as(leg).isFalse();
          ways++;
        } else if (matrix.seconds(i, j) != TravelMatrix.UNREACHABLE) {
          assertThat(matrix.isEstimate(i, j)).as(leg).isTrue();
        }
      }
    }
    return ways;
  }

  /// The same from each place to one a few steps away, often in the same street.
  static int ofNeighbours(RoadNetwork road, Vehicle vehicle, List<GeoPoint> places, Random random) {
    int ways = 0;
    for (GeoPoint place : places) {
      var near =
          new GeoPoint(
              place.latitude() + (random.nextDouble() - 0.5) * 4e-4,
              place.longitude() + (random.nextDouble() - 0.5) * 4e-4);
      ways += of(road, vehicle, List.of(place), List.of(near));
      ways += of(road, vehicle, List.of(near), List.of(place));
    }
    return ways;
  }

  private static OptionalInt routed(RoadNetwork road, Vehicle vehicle, GeoPoint from, GeoPoint to) {
    return road.route(from, to, vehicle)
        .map(route -> OptionalInt.of((int) Math.round(route.durationSeconds())))
        .orElse(OptionalInt.empty());
  }
}
