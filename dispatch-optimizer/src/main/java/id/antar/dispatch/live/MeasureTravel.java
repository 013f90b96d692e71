package id.antar.dispatch.live;

import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.dispatch.road.RoadNetwork;
import id.antar.dispatch.road.TravelMatrix;
import java.util.List;

/// Seconds on the road from each of some places to each of others.
public interface MeasureTravel {

  int UNREACHABLE = TravelMatrix.UNREACHABLE;

  /// By the indexes of the places that were asked for.
  interface Measured {
    /// Or [#UNREACHABLE].
    int seconds(int from, int to);

    /// No street joins the two.
    boolean isGuess(int from, int to);
  }

  Measured measure(List<GeoPoint> from, List<GeoPoint> to, Vehicle vehicle);

  static MeasureTravel on(RoadNetwork road) {
    return (from, to, vehicle) -> {
      TravelMatrix matrix = road.matrix(from, to, vehicle);
      return new Measured() {
        @Override
        public int seconds(int i, int j) {
          return matrix.seconds(i, j);
        }

        @Override
        public boolean isGuess(int i, int j) {
          return matrix.isEstimate(i, j);
        }
      };
    };
  }
}
