package id.antar.query.forecast;

import id.antar.api.forecast.Analysis.Model;
import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/// Foretells the values that follow an origin from those before it, and from nothing else.
interface Forecaster {

  Model model();

  /// @param values of which those before the origin are looked at
  /// @param origin at least as many as [#needs]
  double[] forecast(double[] values, int origin, int horizon);

  /// How many values before an origin it cannot do without.
  int needs(int horizon);

  /// As it was a season before, or as many seasons as have to be known by then.
  record SeasonalNaive(int season) implements Forecaster {

    @Override
    public Model model() {
      return Model.SEASONAL_NAIVE;
    }

    @Override
    public double[] forecast(double[] values, int origin, int horizon) {
      double[] ahead = new double[horizon];
      for (int i = 0; i < horizon; i++) {
        ahead[i] = values[origin - season + i % season];
      }
      return ahead;
    }

    @Override
    public int needs(int horizon) {
      return season;
    }
  }

  /// Least squares on what is known of a moment a whole number of seasons before it: the mean of
  /// the same place in four seasons, the last of these, and the level of the last season and of the
  /// one before it. Each step of the horizon is foretold directly, so no error is fed into the
  /// next.
  record Regression(int season) implements Forecaster {

    private static final int SEASONS = 4;
    private static final int FEATURES = 4;

    /// Below it, what is left of a feature beside the others is rounding.
    private static final double NO_PIVOT = 1e-9;

    @Override
    public Model model() {
      return Model.REGRESSION;
    }

    @Override
    public int needs(int horizon) {
      return first(horizon) + Math.max(2 * season, 10 * FEATURES);
    }

    /// The first value whose features are all known.
    private int first(int horizon) {
      return lag(horizon) + SEASONS * season;
    }

    private int lag(int horizon) {
      return season * Math.ceilDiv(horizon, season);
    }

    @Override
    public double[] forecast(double[] values, int origin, int horizon) {
      return attempt(values, origin, horizon, FEATURES)
          .or(() -> attempt(values, origin, horizon, 1))
          .orElseGet(() -> new SeasonalNaive(season).forecast(values, origin, horizon));
    }

    /// With the first features only; nothing if they do not determine the weights, as those of a
    /// straight line do not.
    private Optional<double[]> attempt(double[] values, int origin, int horizon, int features) {
      try {
        return Optional.of(
            predict(values, origin, horizon, fit(values, origin, horizon, features)));
      } catch (MathRuntimeException _) {
        return Optional.empty();
      }
    }

    private double[] fit(double[] values, int origin, int horizon, int count) {
      int first = first(horizon);
      double[] y = Arrays.copyOfRange(values, first, origin);
      double[][] x = new double[y.length][];
      double[] sums = sums(values, origin);
      for (int i = 0; i < y.length; i++) {
        double[] all = features(values, sums, first + i, lag(horizon));
        x[i] = Arrays.copyOf(all, count);
      }
      var regression = new OLSMultipleLinearRegression(NO_PIVOT);
      regression.newSampleData(y, x);
      return regression.estimateRegressionParameters();
    }

    private double[] predict(double[] values, int origin, int horizon, double[] weights) {
      double[] ahead = new double[horizon];
      double[] sums = sums(values, origin);
      for (int i = 0; i < horizon; i++) {
        double[] x = features(values, sums, origin + i, lag(horizon));
        ahead[i] = weights[0];
        for (int j = 1; j < weights.length; j++) {
          ahead[i] += weights[j] * x[j - 1];
        }
      }
      return ahead;
    }

    private double[] features(double[] values, double[] sums, int index, int lag) {
      int known = index - lag;
      double mean = 0;
      for (int i = 0; i < SEASONS; i++) {
        mean += values[known - i * season] / SEASONS;
      }
      double level = (sums[known + 1] - sums[known + 1 - season]) / season;
      double before = (sums[known + 1 - season] - sums[known + 1 - 2 * season]) / season;
      return season == 1
          ? new double[] {mean, values[known], values[known - 1], known}
          : new double[] {mean, values[known], level, before};
    }

    /// Of as many values as the index says.
    private static double[] sums(double[] values, int count) {
      double[] sums = new double[count + 1];
      for (int i = 0; i < count; i++) {
        sums[i + 1] = sums[i] + values[i];
      }
      return sums;
    }
  }
}
