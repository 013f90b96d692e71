package id.antar.query.forecast;

import id.antar.api.forecast.Analysis;
import id.antar.api.forecast.Analysis.Forecast;
import id.antar.api.forecast.Analysis.Outlier;
import id.antar.api.forecast.Analysis.Quality;
import id.antar.api.forecast.Analysis.Statistics;
import id.antar.api.forecast.Analysis.Trend;
import id.antar.query.forecast.Forecaster.Regression;
import id.antar.query.forecast.Forecaster.SeasonalNaive;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.DescriptiveStatistics;
import org.hipparchus.stat.regression.SimpleRegression;
import org.jspecify.annotations.Nullable;

/// Reads one series.
final class Analyst {

  private static final int MOST_TOLD = 100;
  private static final double CONFIDENCE = 0.05;

  private final Series series;
  private final int season;

  Analyst(Series series) {
    this.series = series;
    this.season = series.season();
  }

  /// @param horizon 0 for no forecast
  Analysis analyse(int horizon) {
    var outliers = new Outliers(series);
    double[] present = series.present();
    Series clean = outliers.replaced().filled();
    boolean empty = present.length == 0;
    Forecast forecast = horizon == 0 || empty ? null : forecast(horizon);
    return new Analysis(
        series.step().toSeconds(),
        season,
        quality(outliers.list()),
        empty ? null : statistics(present),
        empty ? null : trend(clean.values()),
        forecast,
        horizon > 0 && forecast == null ? whyNone(horizon) : null);
  }

  private Quality quality(List<Outlier> outliers) {
    List<Instant> missing = series.missing();
    return new Quality(
        series.length(),
        missing.size(),
        missing.stream().limit(MOST_TOLD).toList(),
        outliers.size(),
        outliers.stream().limit(MOST_TOLD).toList());
  }

  private static Statistics statistics(double[] values) {
    var all = new DescriptiveStatistics(values);
    return new Statistics(
        values.length,
        all.getSum(),
        all.getMean(),
        values.length > 1 ? all.getStandardDeviation() : 0,
        all.getMin(),
        all.getPercentile(50),
        all.getMax());
  }

  /// Through the means of the last whole seasons, where there are five of them; else through the
  /// values.
  private @Nullable Trend trend(double[] values) {
    int width = values.length / season >= 5 ? season : 1;
    int count = values.length / width;
    if (count < 5) {
      return null;
    }
    var line = new SimpleRegression();
    for (int i = 0; i < count; i++) {
      line.addData((double) i * width, mean(values, values.length - (count - i) * width, width));
    }
    double half = line.getSlopeConfidenceInterval(CONFIDENCE);
    double slope = line.getSlope();
    boolean sure = !Double.isNaN(half) && Math.abs(slope) > half;
    double range = Double.isNaN(half) ? 0 : half;
    return new Trend(slope, slope - range, slope + range, sure, growth(values));
  }

  private @Nullable Double growth(double[] values) {
    int end = values.length;
    if (end < 2 * season) {
      return null;
    }
    double before = mean(values, end - 2 * season, season);
    return before == 0 ? null : mean(values, end - season, season) / before - 1;
  }

  private static double mean(double[] values, int from, int count) {
    return Arrays.stream(values, from, from + count).average().orElse(0);
  }

  private @Nullable Forecast forecast(int horizon) {
    var regression = new Regression(season);
    var naive = new SeasonalNaive(season);
    int first = Backtest.firstOrigin(series.length(), horizon, regression.needs(horizon));
    boolean modelled = first < series.length();
    if (!modelled) {
      first = Backtest.firstOrigin(series.length(), horizon, 2 * season);
    }
    var known = new Known(series);
    var baseline = new Backtest(naive, known, horizon, first);
    if (!baseline.hasJudged()) {
      return null;
    }
    double scale = naiveError(first);
    var model = modelled ? new Backtest(regression, known, horizon, first) : baseline;
    boolean beats = model.mae() < baseline.mae();
    return new Forecast(
        (beats ? regression : naive).model(),
        beats,
        model.accuracy(scale),
        baseline.accuracy(scale),
        (beats ? model : baseline).points());
  }

  private double naiveError(int end) {
    double[] values = series.values();
    return IntStream.range(season, end)
        .mapToDouble(i -> Math.abs(values[i] - values[i - season]))
        .filter(error -> !Double.isNaN(error))
        .average()
        .orElse(0);
  }

  private String whyNone(int horizon) {
    if (series.length() >= 2 * season + horizon) {
      return "No forecast of %d steps: too few values are known to try one out.".formatted(horizon);
    }
    return "No forecast of %d steps: there are %d steps, and %d are needed to try one out."
        .formatted(horizon, series.length(), 2 * season + horizon);
  }
}
