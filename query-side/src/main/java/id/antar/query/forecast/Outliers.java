package id.antar.query.forecast;

import id.antar.api.forecast.Analysis.Outlier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.rank.Median;

/// What is far from usual, by medians that the outliers themselves do not move. In a series of four
/// seasons and more a value is compared with the median of its place in the season, else with that
/// of the 15 values around it (Hampel). It may be away from it by five times 1.4826 of the median
/// of all such distances: beyond that lies one in two million values of a normal distribution.
final class Outliers {

  private static final int SEASONS = 4;
  private static final int AROUND = 7;
  private static final double FACTOR = 5 * 1.4826;

  private final Series series;
  private final double[] usual;
  private final double limit;
  private final boolean wholeCounts;

  Outliers(Series series) {
    this.series = series;
    this.usual = usual(series);
    this.wholeCounts =
        series.counts() && Arrays.stream(series.present()).allMatch(it -> it == Math.rint(it));
    double[] distances =
        IntStream.range(0, series.length())
            .filter(this::isPresent)
            .mapToDouble(i -> Math.abs(series.values()[i] - usual[i]))
            .toArray();
    this.limit = FACTOR * Math.max(median(distances), floor(distances));
  }

  /// Where most values are just as usual, the median distance is none and the mean one takes its
  /// place.
  private static double floor(double[] distances) {
    return median(distances) > 0 ? 0 : Arrays.stream(distances).average().orElse(0);
  }

  List<Outlier> list() {
    List<Outlier> found = new ArrayList<>();
    for (int i = 0; i < series.length(); i++) {
      if (isOutlier(i)) {
        found.add(new Outlier(series.at(i), series.values()[i], usual[i], limit(i)));
      }
    }
    return found;
  }

  /// With what is usual in their place.
  Series replaced() {
    double[] values = series.values().clone();
    for (int i = 0; i < values.length; i++) {
      if (isOutlier(i)) {
        values[i] = usual[i];
      }
    }
    return series.with(values);
  }

  private boolean isOutlier(int i) {
    return isPresent(i) && Math.abs(series.values()[i] - usual[i]) > limit(i);
  }

  /// Whole counts come by chance: five times the square root of what is usual is nothing odd.
  private double limit(int i) {
    return wholeCounts ? Math.max(limit, 5 * Math.sqrt(usual[i] + 1)) : limit;
  }

  private boolean isPresent(int i) {
    return !Double.isNaN(series.values()[i]);
  }

  private static double[] usual(Series series) {
    int season = series.season();
    boolean bySeason = season > 1 && series.length() >= SEASONS * season;
    double[] places =
        IntStream.range(0, bySeason ? season : 0).mapToDouble(i -> ofPlace(series, i)).toArray();
    return IntStream.range(0, series.length())
        .mapToDouble(i -> bySeason ? places[i % season] : around(series, i))
        .toArray();
  }

  private static double ofPlace(Series series, int place) {
    int season = series.season();
    return median(
        IntStream.iterate(place, i -> i < series.length(), i -> i + season)
            .mapToDouble(i -> series.values()[i])
            .toArray());
  }

  private static double around(Series series, int i) {
    int from = Math.max(0, i - AROUND);
    int to = Math.min(series.length(), i + AROUND + 1);
    return median(Arrays.copyOfRange(series.values(), from, to));
  }

  private static double median(double[] values) {
    double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    return present.length == 0 ? 0 : new Median().evaluate(present);
  }
}
