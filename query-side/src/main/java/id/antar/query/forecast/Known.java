package id.antar.query.forecast;

import java.util.HashMap;
import java.util.Map;

/// What was known of a series at its moments: the values before, with what is missing filled and
/// what is odd replaced, both by nothing but values before. What came then is another matter, and
/// is as it came.
final class Known {

  private final Series series;
  private final Map<Integer, double[]> upTo = new HashMap<>();

  Known(Series series) {
    this.series = series;
  }

  Series series() {
    return series;
  }

  /// `NaN` throughout if there was no value yet.
  double[] upTo(int origin) {
    return upTo.computeIfAbsent(
        origin, end -> new Outliers(series.upTo(end)).replaced().filled().values());
  }
}
