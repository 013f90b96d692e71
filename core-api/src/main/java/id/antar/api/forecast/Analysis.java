package id.antar.api.forecast;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be said of a series of numbers that are equally far apart.
///
/// @param stepSeconds how far apart they are
/// @param season after how many steps it repeats itself; 1 for a series without seasons
/// @param trend absent where there are too few observations
/// @param forecast absent if none was asked for, or there are too few observations
/// @param note why something is absent, or what else a reader has to know
public record Analysis(
    long stepSeconds,
    int season,
    Quality quality,
    @Nullable Statistics statistics,
    @Nullable Trend trend,
    @Nullable Forecast forecast,
    @Nullable String note) {

  /// How whole the series is.
  ///
  /// @param steps from the first observation to the last
  /// @param missing how many of them have no value
  /// @param firstMissing at most 100 of them
  /// @param outliers how many are far from what is usual
  /// @param firstOutliers at most 100 of them
  public record Quality(
      int steps,
      int missing,
      List<Instant> firstMissing,
      int outliers,
      List<Outlier> firstOutliers) {
    public Quality {
      firstMissing = List.copyOf(firstMissing);
      firstOutliers = List.copyOf(firstOutliers);
    }
  }

  /// @param usual the median that it is compared with, and replaced by
  /// @param limit how far from it a value may be
  public record Outlier(Instant at, double value, double usual, double limit) {}

  /// Of the values as they came, without those that are missing.
  public record Statistics(
      int count,
      double sum,
      double mean,
      double standardDeviation,
      double minimum,
      double median,
      double maximum) {}

  /// A straight line through what a season levels out.
  ///
  /// @param perStep how much the value rises with every step
  /// @param low and `high`: 95 of 100 such intervals contain the true rise, if what is left of the
  ///   line is without order
  /// @param significant whether zero is outside of it
  /// @param growth how much more the last season has than the one before, as a share of that;
  ///   absent where there are no two, or the one before has nothing
  public record Trend(
      double perStep, double low, double high, boolean significant, @Nullable Double growth) {}

  /// @param model what made the points
  /// @param beatsBaseline whether the model was nearer to the truth than the seasonal-naive
  ///   baseline, over all origins; if it was not, the points are the baseline's
  /// @param accuracy of the model
  /// @param baseline of the seasonal-naive forecast
  public record Forecast(
      Model model,
      boolean beatsBaseline,
      Accuracy accuracy,
      Accuracy baseline,
      List<Point> points) {
    public Forecast {
      points = List.copyOf(points);
    }
  }

  public enum Model {
    REGRESSION,
    SEASONAL_NAIVE
  }

  /// How a forecast did when it was made at earlier moments.
  ///
  /// @param origins at how many of them
  /// @param points how many values it foretold there
  /// @param mae its mean absolute error
  /// @param mase the same in units of the seasonal-naive error before the first origin; absent if
  ///   that is zero
  /// @param coverage80 the share of values within the range that was meant for 80 of 100; absent
  ///   where there were too few errors to make a range of
  /// @param coverage95 likewise for 95 of 100
  public record Accuracy(
      int origins,
      int points,
      double mae,
      @Nullable Double mase,
      @Nullable Double coverage80,
      @Nullable Double coverage95) {}

  /// @param low80 and `high80`: the range meant for 80 of 100 values; absent if too few errors are
  ///   known
  public record Point(
      Instant at,
      double value,
      @Nullable Double low80,
      @Nullable Double high80,
      @Nullable Double low95,
      @Nullable Double high95) {}
}
