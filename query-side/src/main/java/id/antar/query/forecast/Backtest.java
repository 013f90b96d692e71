package id.antar.query.forecast;

import id.antar.api.forecast.Analysis.Accuracy;
import id.antar.api.forecast.Analysis.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A forecaster at up to ten earlier origins, a horizon apart, each fitted to what was known there
/// and judged by the values that came. A step without a value judges nothing. Ranges are the
/// quantiles of these errors (split conformal): whatever the errors are like, a range for 80 of 100
/// holds 80 of 100 as long as tomorrow's errors are like yesterday's. Of counts the errors are
/// taken in units of the square root of what was foretold, as large counts vary more. The range
/// that an origin is judged by comes from the origins before it.
final class Backtest {

  static final int ORIGINS = 10;

  private final Forecaster forecaster;
  private final Known known;
  private final Series series;
  private final int horizon;
  private final List<Double> errors = new ArrayList<>();
  private double absolute;
  private int origins;
  private int points;
  private final Tally within80 = new Tally(0.8);
  private final Tally within95 = new Tally(0.95);

  Backtest(Forecaster forecaster, Known known, int horizon, int firstOrigin) {
    this.forecaster = forecaster;
    this.known = known;
    this.series = known.series();
    this.horizon = horizon;
    for (int origin = firstOrigin; origin + horizon <= series.length(); origin += horizon) {
      test(origin);
    }
  }

  /// The first of the origins that all forecasters can be asked at; as long as the series itself if
  /// there is none.
  static int firstOrigin(int length, int horizon, int needs) {
    int origins = Math.min(ORIGINS, (length - needs) / horizon);
    return origins < 1 ? length : length - origins * horizon;
  }

  private void test(int origin) {
    double[] ahead = ahead(origin);
    List<Double> fresh = new ArrayList<>();
    for (int i = 0; i < horizon; i++) {
      double error = Math.abs(series.values()[origin + i] - ahead[i]);
      if (!Double.isNaN(error)) {
        absolute += error;
        fresh.add(error / unit(ahead[i]));
      }
    }
    double[] before = sorted();
    fresh.forEach(error -> within80.add(error, before));
    fresh.forEach(error -> within95.add(error, before));
    errors.addAll(fresh);
    origins += fresh.isEmpty() ? 0 : 1;
    points += fresh.size();
  }

  boolean hasJudged() {
    return points > 0;
  }

  private double[] ahead(int origin) {
    double[] ahead = forecaster.forecast(known.upTo(origin), origin, horizon);
    return series.counts() ? Arrays.stream(ahead).map(it -> Math.max(0, it)).toArray() : ahead;
  }

  private double unit(double value) {
    return series.counts() ? Math.sqrt(value + 1) : 1;
  }

  private double[] sorted() {
    return errors.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  double mae() {
    return points == 0 ? Double.NaN : absolute / points;
  }

  /// @param scale the seasonal-naive error before the first origin
  Accuracy accuracy(double scale) {
    return new Accuracy(
        origins,
        points,
        mae(),
        scale > 0 ? mae() / scale : null,
        within80.share(),
        within95.share());
  }

  List<Point> points() {
    double[] ahead = ahead(series.length());
    double[] all = sorted();
    List<Point> found = new ArrayList<>();
    for (int i = 0; i < horizon; i++) {
      found.add(point(i, ahead[i], quantile(all, 0.8), quantile(all, 0.95)));
    }
    return found;
  }

  private Point point(int i, double value, @Nullable Double most80, @Nullable Double most95) {
    return new Point(
        series.at(series.length() + i),
        value,
        low(value, most80),
        high(value, most80),
        low(value, most95),
        high(value, most95));
  }

  private @Nullable Double low(double value, @Nullable Double most) {
    if (most == null) {
      return null;
    }
    double low = value - most * unit(value);
    return series.counts() ? Math.max(0, low) : low;
  }

  private @Nullable Double high(double value, @Nullable Double most) {
    return most == null ? null : value + most * unit(value);
  }

  /// The error that a share of all further ones does not exceed, by as many as are known; nothing
  /// if these are too few to say.
  static @Nullable Double quantile(double[] sorted, double share) {
    int rank = (int) Math.ceil((sorted.length + 1) * share);
    return rank > sorted.length ? null : sorted[rank - 1];
  }

  /// How many errors were within the range that had been known before.
  private static final class Tally {

    private final double meant;
    private int judged;
    private int within;

    Tally(double meant) {
      this.meant = meant;
    }

    void add(double error, double[] known) {
      Double most = quantile(known, meant);
      if (most != null) {
        judged++;
        within += error <= most ? 1 : 0;
      }
    }

    @Nullable Double share() {
      return judged == 0 ? null : (double) within / judged;
    }
  }
}
