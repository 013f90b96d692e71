package id.antar.load.town.report;

import java.time.Duration;
import java.util.List;

/// How a duration is spread, in minutes of town time.
public record Spread(int count, double mean, double p50, double p90, double max) {

  public static Spread of(List<Duration> durations) {
    double[] minutes =
        durations.stream().mapToDouble(span -> span.toMillis() / 60_000.0).sorted().toArray();
    if (minutes.length == 0) {
      return new Spread(0, 0, 0, 0, 0);
    }
    double sum = 0;
    for (double value : minutes) {
      sum += value;
    }
    return new Spread(
        minutes.length,
        sum / minutes.length,
        percentile(minutes, 0.5),
        percentile(minutes, 0.9),
        minutes[minutes.length - 1]);
  }

  /// By nearest rank.
  private static double percentile(double[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }
}
