package id.antar.load.fanout;

import java.util.OptionalDouble;

/// The highest rate that is still good: doubles it until it is not, then halves the distance.
final class KneeSearch {

  interface Trial {
    boolean isGoodAt(double rate) throws InterruptedException;
  }

  private final double start;
  private final double most;
  private final int bisections;

  KneeSearch(double start, double most, int bisections) {
    this.start = start;
    this.most = most;
    this.bisections = bisections;
  }

  /// Empty if not even the first rate is good; the most if all are.
  OptionalDouble find(Trial trial) throws InterruptedException {
    double good = 0;
    double bad = Double.POSITIVE_INFINITY;
    for (double rate = Math.min(start, most);
        bad == Double.POSITIVE_INFINITY && good < most;
        rate = Math.min(2 * rate, most)) {
      if (trial.isGoodAt(rate)) {
        good = rate;
      } else {
        bad = rate;
      }
    }
    for (int i = 0; i < bisections && good > 0 && bad < Double.POSITIVE_INFINITY; i++) {
      double middle = (good + bad) / 2;
      if (trial.isGoodAt(middle)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return good == 0 ? OptionalDouble.empty() : OptionalDouble.of(good);
  }
}
