package id.antar.dispatch.live;

import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.dispatch.live.BoardSnapshot.Source;
import id.antar.dispatch.live.MeasureTravel.Measured;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// How far places are from where orders come from: the mean way to the merchants, each weighed by
/// how busy it is.
final class Remoteness {

  private final MeasureTravel travel;
  private final List<Source> merchants;
  private final int farthest;

  /// @param farthest what counts where there is no way
  Remoteness(MeasureTravel travel, List<Source> merchants, int farthest) {
    this.travel = travel;
    this.merchants = merchants;
    this.farthest = farthest;
  }

  /// Of each of the points whose number is wanted, and 0 of the others.
  List<Integer> of(List<GeoPoint> points, Set<Integer> wanted, Vehicle vehicle) {
    Integer[] remoteness = new Integer[points.size()];
    Arrays.fill(remoteness, 0);
    if (!merchants.isEmpty() && !wanted.isEmpty()) {
      List<Integer> from = wanted.stream().sorted().toList();
      Measured measured =
          travel.measure(
              from.stream().map(points::get).toList(),
              merchants.stream().map(Source::point).toList(),
              vehicle);
      for (int i = 0; i < from.size(); i++) {
        remoteness[from.get(i)] = mean(measured, i);
      }
    }
    return List.of(remoteness);
  }

  private int mean(Measured measured, int from) {
    long sum = 0;
    long weights = 0;
    for (int i = 0; i < merchants.size(); i++) {
      int seconds = measured.seconds(from, i);
      int weight = merchants.get(i).weight();
      sum += (long) weight * (seconds == MeasureTravel.UNREACHABLE ? farthest : seconds);
      weights += weight;
    }
    return Math.toIntExact(sum / Math.max(1, weights));
  }
}
