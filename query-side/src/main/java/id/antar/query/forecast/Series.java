package id.antar.query.forecast;

import id.antar.api.forecast.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Values that are equally far apart in time.
final class Series {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Instant start;
  private final Duration step;
  private final double[] values;
  private final boolean counts;
  private final int season;

  /// @param values `NaN` where there is none
  /// @param counts whether they count something, and so are not negative
  Series(Instant start, Duration step, double[] values, boolean counts) {
    this.start = start;
    this.step = step;
    this.values = values.clone();
    this.counts = counts;
    this.season = season(step, values.length);
  }

  private Series(Series other, double[] values) {
    this.start = other.start;
    this.step = other.step;
    this.values = values;
    this.counts = other.counts;
    this.season = other.season;
  }

  static Series of(List<Observation> observations, Duration step) {
    Instant start = observations.getFirst().at();
    double[] values =
        new double[Math.toIntExact(steps(start, observations.getLast().at(), step)) + 1];
    Arrays.fill(values, Double.NaN);
    for (Observation each : observations) {
      if (each.value() != null) {
        values[Math.toIntExact(steps(start, each.at(), step))] = each.value();
      }
    }
    boolean negative = Arrays.stream(values).anyMatch(value -> value < 0);
    return new Series(start, step, values, !negative);
  }

  private static long steps(Instant from, Instant to, Duration step) {
    return Duration.between(from, to).dividedBy(step);
  }

  Duration step() {
    return step;
  }

  /// To be read and not to be changed.
  double[] values() {
    return values;
  }

  boolean counts() {
    return counts;
  }

  int length() {
    return values.length;
  }

  Instant at(int index) {
    return start.plus(step.multipliedBy(index));
  }

  Series with(double[] other) {
    return new Series(this, other);
  }

  /// Its first values, with the season of them all.
  Series upTo(int end) {
    return with(Arrays.copyOf(values, end));
  }

  int season() {
    return season;
  }

  /// After how many steps it repeats itself: hours by the week if there are three of them, else by
  /// the day; days by the week; weeks by the year.
  private static int season(Duration step, int length) {
    if (step.equals(HOUR)) {
      return length >= 3 * 168 ? 168 : 24;
    }
    if (step.equals(DAY)) {
      return 7;
    }
    if (step.equals(DAY.multipliedBy(7))) {
      return length >= 3 * 52 ? 52 : 1;
    }
    boolean ofDays = step.compareTo(HOUR) < 0 && DAY.toSeconds() % step.toSeconds() == 0;
    return ofDays ? (int) DAY.dividedBy(step) : 1;
  }

  List<Instant> missing() {
    List<Instant> missing = new ArrayList<>();
    for (int i = 0; i < length(); i++) {
      if (Double.isNaN(values[i])) {
        missing.add(at(i));
      }
    }
    return missing;
  }

  double[] present() {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
  }

  /// What is missing is as it was a season before, or in a series' first season as in the next one;
  /// where that is missing too, on the line between its neighbours.
  Series filled() {
    double[] full = values.clone();
    for (int i = 0; i < full.length; i++) {
      if (Double.isNaN(full[i]) && season > 1) {
        full[i] =
            i >= season
                ? full[i - season]
                : i + season < full.length ? values[i + season] : full[i];
      }
    }
    interpolate(full);
    return with(full);
  }

  private static void interpolate(double[] values) {
    int before = -1;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        for (int j = before + 1; j < i; j++) {
          double share = before < 0 ? 1 : (double) (j - before) / (i - before);
          double from = before < 0 ? values[i] : values[before];
          values[j] = from + share * (values[i] - from);
        }
        before = i;
      }
    }
    for (int j = before + 1; j < values.length && before >= 0; j++) {
      values[j] = values[before];
    }
  }
}
