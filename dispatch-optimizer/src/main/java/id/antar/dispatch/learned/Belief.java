package id.antar.dispatch.learned;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How an observation to come is distributed: a place's own observations, with those of ever wider
/// surroundings standing behind them and the constant behind all.
///
/// With `n` observations a level counts for `n / (n + CONCENTRATION)` of what the narrower ones
/// leave. This is the mean of a hierarchical Dirichlet process (T. Ferguson, *A Bayesian Analysis
/// of Some Nonparametric Problems*, 1973) with the wider level as its base. Since whole
/// distributions are mixed, and the middle is read off as the median, no single observation moves
/// it far however large it is, and the median has the least absolute error.
final class Belief {

  static final double CONCENTRATION = 4;

  /// Beyond any value that is learned.
  private static final int BOUND = 1 << 14;

  private static final double ROUNDING = 1e-9;

  private final int constant;
  private final double constantShare;
  private final Window[] levels;
  private final double[] shares;

  private Belief(int constant, List<Window> narrowestFirst) {
    this.constant = constant;
    this.levels = narrowestFirst.toArray(Window[]::new);
    this.shares = new double[levels.length];
    long today = narrowestFirst.stream().mapToLong(Window::day).max().orElse(0);
    double left = 1;
    for (int i = 0; i < levels.length; i++) {
      double weight = levels[i].weight(today);
      shares[i] = left * weight / (weight + CONCENTRATION);
      left -= shares[i];
    }
    this.constantShare = left;
  }

  /// @param keys from the widest surroundings to the place itself
  static Belief of(
      int constant, List<String> keys, Function<String, Optional<Window>> observations) {
    var levels = new ArrayList<Window>(keys.size());
    keys.forEach(key -> observations.apply(key).ifPresent(levels::add));
    Collections.reverse(levels);
    return new Belief(constant, levels);
  }

  int median() {
    return quantile(0.5);
  }

  /// Half of what lies between the quantiles that are one standard deviation from the middle of a
  /// normal distribution.
  int spread() {
    return (quantile(0.84) - quantile(0.16)) / 2;
  }

  /// The probability of more than this.
  double beyond(int seconds) {
    return Math.max(0, 1 - atMost(seconds));
  }

  /// The median of what is more than this, which must be possible.
  int medianBeyond(int seconds) {
    return quantile(1 - beyond(seconds) / 2);
  }

  private double atMost(int seconds) {
    double sum = constant <= seconds ? constantShare : 0;
    for (int i = 0; i < levels.length; i++) {
      sum += shares[i] * levels[i].atMost(seconds);
    }
    return sum;
  }

  /// The least value that is not exceeded with this probability.
  private int quantile(double probability) {
    int low = -BOUND;
    int high = BOUND;
    while (low < high) {
      int middle = Math.floorDiv(low + high, 2);
      if (atMost(middle) >= probability - ROUNDING) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
