package id.antar.dispatch.lab.measure;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/// A mean, and between what it lies with 95 % confidence, by Student's t.
record Interval(double mean, double low, double high) {

  private static final double UPPER_TAIL = 0.025;

  static Interval of(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    if (values.length < 2) {
      return new Interval(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    double squares = Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum();
    double error = Math.sqrt(squares / (values.length - 1) / values.length);
    double reach =
        error * TDistribution.of(values.length - 1).inverseSurvivalProbability(UPPER_TAIL);
    return new Interval(mean, mean - reach, mean + reach);
  }

  boolean isBelowZero() {
    return high < 0;
  }

  boolean isAboveZero() {
    return low > 0;
  }
}
