package id.antar.query.forecast;

import static id.antar.query.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.antar.api.forecast.Analysis;
import id.antar.api.forecast.Analysis.Forecast;
import id.antar.api.forecast.Analysis.Model;
import id.antar.api.forecast.Analysis.Outlier;
import id.antar.api.forecast.Analysis.Point;
import id.antar.api.forecast.Observation;
import id.antar.query.forecast.ForecastQueries.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AnalystTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void aLineIsFoundAsItWasDrawn() {
    Analysis found = analyse(DAY, 140, i -> 10 + 2 * i, 7);

    var trend = Objects.requireNonNull(found.trend());
    assertThat(trend.perStep()).isEqualTo(2, within(1e-9));
    assertThat(trend.significant()).isTrue();
    assertThat(trend.growth()).isEqualTo(14.0 / mean(i -> 10 + 2 * i, 126, 133), within(1e-9));
    assertThat(found.season()).isEqualTo(7);
    assertThat(points(found).getFirst().value()).isEqualTo(290, within(1e-6));
    assertThat(points(found).getLast().value()).isEqualTo(302, within(1e-6));
  }

  @Test
  void aLevelWithNoiseHasNoTrend() {
    Random random = new Random(1);
    Analysis found = analyse(DAY, 140, _ -> 50 + random.nextGaussian(), 0);

    assertThat(Objects.requireNonNull(found.trend()).significant()).isFalse();
    assertThat(found.forecast()).isNull();
    assertThat(found.note()).isNull();
  }

  @Test
  void aWeekThatRepeatsItselfIsForetoldExactlyAndTheBaselineIsGivenWhereNothingIsBetter() {
    Analysis found = analyse(HOUR, 168 * 8, i -> i % 168, 24);

    Forecast forecast = Objects.requireNonNull(found.forecast());
    assertThat(found.season()).isEqualTo(168);
    assertThat(forecast.baseline().mae()).isZero();
    assertThat(forecast.beatsBaseline()).isFalse();
    assertThat(forecast.model()).isEqualTo(Model.SEASONAL_NAIVE);
    assertThat(points(found)).extracting(Point::value).containsExactlyElementsOf(firstHours());
  }

  @Test
  void orderCountsAreForetoldBetterThanByTheBaselineAndTheRangesHoldWhatTheySay() {
    Forecast forecast = Objects.requireNonNull(demand(7).forecast());

    assertThat(forecast.model()).isEqualTo(Model.REGRESSION);
    assertThat(forecast.beatsBaseline()).isTrue();
    assertThat(forecast.accuracy().origins()).isEqualTo(10);
    assertThat(forecast.accuracy().points()).isEqualTo(240);
    assertThat(forecast.accuracy().mae()).isLessThan(0.9 * forecast.baseline().mae());
    assertThat(Objects.requireNonNull(forecast.accuracy().mase())).isLessThan(0.9);
    assertThat(Objects.requireNonNull(forecast.accuracy().coverage80())).isBetween(0.72, 0.88);
    assertThat(Objects.requireNonNull(forecast.accuracy().coverage95())).isBetween(0.9, 0.99);
    assertThat(forecast.points()).allMatch(AnalystTest::isWithinItsRanges);
  }

  @Test
  void theSameSeriesHasTheSameAnalysis() {
    assertThat(demand(3)).isEqualTo(demand(3));
  }

  @Test
  void aPeakIsReportedAndDoesNotMoveTheForecast() {
    IntToDoubleFunction usual = i -> 10 + i % 7 + 0.1 * (i % 3);
    Analysis plain = analyse(DAY, 70, usual, 7);
    Analysis peak = analyse(DAY, 70, i -> i == 40 ? 500 : usual.applyAsDouble(i), 7);

    assertThat(plain.quality().outliers()).isZero();
    assertThat(peak.quality().outliers()).isEqualTo(1);
    Outlier outlier = peak.quality().firstOutliers().getFirst();
    assertThat(outlier.at()).isEqualTo(NOON.plus(DAY.multipliedBy(40)));
    assertThat(outlier.value()).isEqualTo(500);
    assertThat(outlier.usual()).isEqualTo(15.1, within(0.11));
    assertThat(points(peak).getFirst().value())
        .isEqualTo(points(plain).getFirst().value(), within(0.1));
    assertThat(Objects.requireNonNull(peak.statistics()).maximum()).isEqualTo(500);
  }

  @Test
  void aPeakIsHeldAgainstWhoDidNotForetellIt() {
    IntToDoubleFunction usual = i -> 10 + i % 7 + 0.1 * (i % 3);
    Forecast plain = Objects.requireNonNull(analyse(DAY, 70, usual, 7).forecast());
    Forecast peak =
        Objects.requireNonNull(
            analyse(DAY, 70, i -> i == 40 ? 500 : usual.applyAsDouble(i), 7).forecast());

    assertThat(peak.accuracy().points()).isEqualTo(56);
    assertThat(peak.accuracy().mae() - plain.accuracy().mae()).isEqualTo(485.0 / 56, within(0.2));
  }

  @Test
  void aStepWithoutAValueJudgesNothing() {
    Random random = new Random(1);
    List<Observation> observations =
        new ArrayList<>(observations(DAY, 140, i -> i % 7 + random.nextGaussian()));
    observations.subList(100, 114).clear();

    Analysis found = new Analyst(Series.of(observations, DAY)).analyse(7);
    assertThat(Objects.requireNonNull(found.forecast()).baseline().points()).isLessThan(70 - 7);
    assertThat(found.forecast().baseline().mae()).isGreaterThan(0.8);
  }

  @Test
  void whereNothingCameThereIsNothingToJudgeBy() {
    List<Observation> observations =
        IntStream.range(0, 40)
            .mapToObj(
                i -> new Observation(NOON.plus(DAY.multipliedBy(i)), i < 15 ? (double) i : null))
            .toList();

    Analysis found = new Analyst(Series.of(observations, DAY)).analyse(7);
    assertThat(found.forecast()).isNull();
    assertThat(found.note()).contains("too few values are known");
  }

  @Test
  void whatIsKnownAtAMomentIsMadeOfWhatCameBefore() {
    Series calm = Series.of(observations(DAY, 70, i -> i % 7), DAY);
    Series wild = Series.of(observations(DAY, 70, i -> i < 35 ? i % 7 : i * 100), DAY);

    assertThat(new Known(wild).upTo(35)).containsExactly(new Known(calm).upTo(35));
  }

  @Test
  void aFewOrdersWhereThereAreSeldomAnyAreNoOutliers() {
    Analysis found = analyse(HOUR, 24 * 7, i -> i % 50 == 0 ? 4 : 0, 0);

    assertThat(found.quality().outliers()).isZero();
  }

  @Test
  void whatIsMissingIsReportedAndFilledFromTheSeasonBefore() {
    List<Observation> observations = new ArrayList<>(observations(DAY, 70, i -> i % 7));
    observations.set(20, new Observation(observations.get(20).at(), null));
    observations.remove(30);
    Series series = Series.of(observations, DAY);

    Analysis found = new Analyst(series).analyse(7);
    assertThat(found.quality().steps()).isEqualTo(70);
    assertThat(found.quality().missing()).isEqualTo(2);
    assertThat(found.quality().firstMissing())
        .containsExactly(NOON.plus(DAY.multipliedBy(20)), NOON.plus(DAY.multipliedBy(30)));
    assertThat(series.filled().values()[20]).isEqualTo(20 % 7);
    assertThat(series.filled().values()[30]).isEqualTo(30 % 7);
    assertThat(Objects.requireNonNull(found.statistics()).count()).isEqualTo(68);
  }

  @Test
  void withoutSeasonsAGapIsALine() {
    double[] values = {Double.NaN, 1, Double.NaN, Double.NaN, 4, Double.NaN};

    assertThat(new Series(NOON, Duration.ofDays(3), values, true).filled().values())
        .containsExactly(1, 1, 2, 3, 4, 4);
  }

  @Test
  void aShortSeriesHasNoForecastAndSaysWhy() {
    Analysis found = analyse(HOUR, 30, i -> i, 24);

    assertThat(found.forecast()).isNull();
    assertThat(found.note()).contains("30 steps", "72 are needed");
  }

  @Test
  void aSeriesThatIsLongEnoughForTheBaselineAloneHasThat() {
    Analysis found = analyse(HOUR, 80, i -> i % 24, 24);

    Forecast forecast = Objects.requireNonNull(found.forecast());
    assertThat(forecast.model()).isEqualTo(Model.SEASONAL_NAIVE);
    assertThat(forecast.beatsBaseline()).isFalse();
  }

  @Test
  void aSeriesThatNeverChangesIsForetoldAsItIs() {
    Analysis found = analyse(HOUR, 168 * 8, _ -> 3, 24);

    assertThat(points(found)).allMatch(point -> point.value() == 3);
    assertThat(Objects.requireNonNull(found.forecast()).accuracy().mase()).isNull();
  }

  @Test
  void nothingButMissingValuesSaysNothing() {
    List<Observation> none =
        IntStream.range(0, 5)
            .mapToObj(i -> new Observation(NOON.plus(DAY.multipliedBy(i)), null))
            .toList();
    Analysis found = new Analyst(Series.of(none, DAY)).analyse(7);

    assertThat(found.statistics()).isNull();
    assertThat(found.trend()).isNull();
    assertThat(found.quality().missing()).isEqualTo(5);
  }

  @Test
  void aRangeNeedsEnoughErrors() {
    double[] nineteen = IntStream.rangeClosed(1, 19).mapToDouble(i -> i).toArray();
    double[] eighteen = IntStream.rangeClosed(1, 18).mapToDouble(i -> i).toArray();

    assertThat(Backtest.quantile(nineteen, 0.95)).isEqualTo(19);
    assertThat(Backtest.quantile(eighteen, 0.95)).isNull();
    assertThat(Backtest.quantile(nineteen, 0.8)).isEqualTo(16);
  }

  /// What the future holds has no part in what is foretold of it.
  @Property(tries = 50)
  void aForecasterLooksAtNothingThatFollowsItsOrigin(
      @ForAll @IntRange(min = 0, max = 1_000) int seed,
      @ForAll @IntRange(min = 1, max = 60) int horizon) {
    Random random = new Random(seed);
    double[] values = random.doubles(24 * 20).toArray();
    double[] other = values.clone();
    int origin = 24 * 15;
    for (int i = origin; i < other.length; i++) {
      other[i] = random.nextDouble();
    }
    for (Forecaster each :
        List.of(new Forecaster.Regression(24), new Forecaster.SeasonalNaive(24))) {
      assertThat(each.forecast(values, origin, horizon))
          .containsExactly(each.forecast(other, origin, horizon));
    }
  }

  @Test
  void demandIsBusiestFirstAndAnHourWithoutAnOrderHasNone() {
    Instant end = NOON;
    long now = end.getEpochSecond() / 3600;
    var found =
        ForecastQueries.demand(
            List.of(new Count("quiet", now - 50, 1), new Count("busy", now - 10, 4)), end, 24);

    assertThat(found.series())
        .extracting(it -> String.valueOf(it.key()))
        .containsExactly("busy", "quiet");
    assertThat(found.series().getFirst().analysis().quality().steps()).isEqualTo(50);
    assertThat(Objects.requireNonNull(found.series().getFirst().analysis().statistics()).sum())
        .isEqualTo(4);
    assertThat(ForecastQueries.demand(List.of(), end, 24).series()).isEmpty();
  }

  /// Twelve weeks of orders as they come: more at noon and at night, more at weekends, by chance.
  private static Analysis demand(long seed) {
    Random random = new Random(seed);
    return analyse(
        HOUR,
        168 * 12,
        i -> {
          double ofDay =
              6 * Math.exp(-Math.pow(i % 24 - 12, 2) / 6)
                  + 9 * Math.exp(-Math.pow(i % 24 - 19, 2) / 8);
          return poisson(random, (1 + ofDay) * (i / 24 % 7 >= 5 ? 1.6 : 1));
        },
        24);
  }

  private static int poisson(Random random, double mean) {
    double limit = Math.exp(-mean);
    int count = -1;
    for (double product = 1; product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  private static boolean isWithinItsRanges(Point point) {
    return Objects.requireNonNull(point.low95()) <= Objects.requireNonNull(point.low80())
        && point.low80() <= point.value()
        && point.value() <= Objects.requireNonNull(point.high80())
        && point.high80() <= Objects.requireNonNull(point.high95())
        && point.low95() >= 0;
  }

  private static List<Double> firstHours() {
    return IntStream.range(0, 24).mapToObj(i -> (double) i).toList();
  }

  private static double mean(IntToDoubleFunction value, int from, int to) {
    return IntStream.range(from, to).mapToDouble(value).average().orElseThrow();
  }

  private static List<Point> points(Analysis analysis) {
    return Objects.requireNonNull(analysis.forecast()).points();
  }

  private static Analysis analyse(
      Duration step, int count, IntToDoubleFunction value, int horizon) {
    return new Analyst(Series.of(observations(step, count, value), step)).analyse(horizon);
  }

  private static List<Observation> observations(
      Duration step, int count, IntToDoubleFunction value) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Observation(NOON.plus(step.multipliedBy(i)), value.applyAsDouble(i)))
        .toList();
  }
}
