package id.antar.query.analytics;

import static id.antar.query.Cast.KURT;
import static id.antar.query.Cast.NOON;
import static id.antar.query.Cast.ORDER;
import static id.antar.query.Cast.after;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.analytics.AnalyticsQuery.Figure;
import id.antar.api.analytics.Bucket;
import id.antar.api.analytics.Dimension;
import id.antar.api.analytics.Measure;
import id.antar.api.analytics.Span;
import id.antar.api.assignment.AssignmentId;
import id.antar.query.analytics.Intervals.Interval;
import id.antar.query.analytics.OfferFact.Outcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CourierTimeTest {

  private static final Span THREE_HOURS = new Span(NOON, after(180), Bucket.HOUR, ZoneOffset.UTC);

  @Test
  void aShiftAndItsTripsAreCutIntoHours() {
    List<DutyFact> duties = List.of(duty(1, -30, true), duty(2, 90, false));
    List<OfferFact> trips = List.of(trip("a", 30, after(75)));

    assertThat(figures(Measure.ON_SHIFT, duties, trips)).containsExactly(3600.0, 1800.0);
    assertThat(figures(Measure.BUSY, duties, trips)).containsExactly(1800.0, 900.0);
    assertThat(figures(Measure.UTILISATION, duties, trips)).containsExactly(0.5, 0.5);
  }

  @Test
  void aBreakIsNotOnShiftAndATripThatOutlastsTheShiftEndsWithIt() {
    List<DutyFact> duties =
        List.of(duty(1, 0, true), duty(2, 20, false), duty(3, 40, true), duty(4, 60, false));
    List<OfferFact> trips = List.of(trip("a", 10, after(100)));

    assertThat(figures(Measure.ON_SHIFT, duties, trips)).containsExactly(2400.0);
    assertThat(figures(Measure.BUSY, duties, trips)).containsExactly(1800.0);
  }

  @Test
  void whatIsNotOverLastsAsLongAsTheSpan() {
    List<DutyFact> duties = List.of(duty(1, 120, true));
    List<OfferFact> trips = List.of(trip("a", 150, null));

    assertThat(figures(Measure.UTILISATION, duties, trips)).containsExactly(0.5);
  }

  @Test
  void twoTripsAtOnceAreBusyOnce() {
    List<DutyFact> duties = List.of(duty(1, 0, true), duty(2, 60, false));
    List<OfferFact> trips = List.of(trip("a", 0, after(30)), trip("b", 15, after(45)));

    assertThat(figures(Measure.BUSY, duties, trips)).containsExactly(2700.0);
  }

  @Property
  void piecesSumToTheWholeAndNobodyIsBusierThanOnShift(
      @ForAll("intervals") List<Interval> shifts, @ForAll("intervals") List<Interval> trips) {
    Intervals onShift = Intervals.of(shifts);
    Intervals busy = Intervals.of(trips).within(onShift);
    long[] bounds = {0, 100, 200, 300, 1_000};

    assertThat(Arrays.stream(onShift.seconds(bounds)).sum()).isEqualTo(length(onShift));
    assertThat(Arrays.stream(busy.seconds(bounds)).sum()).isEqualTo(covered(shifts, trips));
    assertThat(length(busy)).isLessThanOrEqualTo(length(onShift));
  }

  @Provide
  Arbitrary<List<Interval>> intervals() {
    Arbitrary<Integer> starts = Arbitraries.integers().between(0, 900);
    Arbitrary<Integer> lengths = Arbitraries.integers().between(0, 100);
    return Combinators.combine(starts, lengths)
        .as((start, length) -> new Interval(start, start + length))
        .list()
        .ofMaxSize(8);
  }

  /// Second by second.
  private static long covered(List<Interval> one, List<Interval> other) {
    long seconds = 0;
    for (int second = 0; second < 1_000; second++) {
      seconds += isIn(one, second) && isIn(other, second) ? 1 : 0;
    }
    return seconds;
  }

  private static boolean isIn(List<Interval> intervals, int second) {
    return intervals.stream().anyMatch(it -> it.start() <= second && second < it.end());
  }

  private static long length(Intervals intervals) {
    return intervals.all().stream().mapToLong(it -> it.end() - it.start()).sum();
  }

  private static List<Double> figures(
      Measure measure, List<DutyFact> duties, List<OfferFact> trips) {
    return new CourierTime(Dimension.COURIER, THREE_HOURS, duties, trips)
        .figures(measure).stream().map(Figure::value).toList();
  }

  private static DutyFact duty(int sequence, int minutes, boolean onDuty) {
    return new DutyFact(KURT, after(minutes), sequence, onDuty);
  }

  private static OfferFact trip(String id, int accepted, @Nullable Instant ended) {
    return new OfferFact(
        new AssignmentId(id),
        KURT,
        ORDER,
        Outcome.ACCEPTED,
        after(accepted),
        after(accepted),
        ended);
  }
}
