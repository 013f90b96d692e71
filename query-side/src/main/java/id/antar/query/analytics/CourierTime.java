package id.antar.query.analytics;

import static java.util.stream.Collectors.groupingBy;

import id.antar.api.analytics.AnalyticsQuery.Figure;
import id.antar.api.analytics.Dimension;
import id.antar.api.analytics.Measure;
import id.antar.api.analytics.Span;
import id.antar.api.courier.CourierId;
import id.antar.query.analytics.Intervals.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How long couriers were on shift, and how much of that they had a trip. Breaks are not on shift;
/// a trip counts from its acceptance to its end, while its courier was on shift.
final class CourierTime {

  private final Span span;
  private final List<Instant> starts;
  private final long[] bounds;
  private final Map<String, Sums> sums = new TreeMap<>();

  CourierTime(Dimension by, Span span, List<DutyFact> duties, List<OfferFact> trips) {
    this.span = span;
    this.starts = span.starts();
    this.bounds =
        LongStream.concat(
                starts.stream().mapToLong(Instant::getEpochSecond),
                LongStream.of(span.to().getEpochSecond()))
            .toArray();
    Map<CourierId, List<DutyFact>> byCourier =
        duties.stream().collect(groupingBy(DutyFact::courierId));
    Map<CourierId, List<OfferFact>> tripsOf =
        trips.stream().collect(groupingBy(OfferFact::courierId));
    byCourier.forEach((courier, changes) -> {
      Intervals shifts = onDuty(changes);
      Intervals work = working(tripsOf.getOrDefault(courier, List.of()));
      String key = by == Dimension.COURIER ? courier.value() : "";
      sums.computeIfAbsent(key, _ -> new Sums(starts.size()))
          .add(shifts.seconds(bounds), work.within(shifts).seconds(bounds));
    });
  }

  private Intervals onDuty(List<DutyFact> changes) {
    List<DutyFact> inOrder =
        changes.stream().sorted(Comparator.comparingLong(DutyFact::sequence)).toList();
    List<Interval> parts = new ArrayList<>();
    for (int i = 0; i < inOrder.size(); i++) {
      if (inOrder.get(i).onDuty()) {
        Instant end = i + 1 < inOrder.size() ? inOrder.get(i + 1).changedAt() : span.to();
        parts.add(interval(inOrder.get(i).changedAt(), end));
      }
    }
    return Intervals.of(parts);
  }

  private Intervals working(List<OfferFact> trips) {
    return Intervals.of(
        trips.stream()
            .flatMap(trip ->
                trip.acceptedAt() == null
                    ? Stream.empty()
                    : Stream.of(interval(trip.acceptedAt(), trip.endedAt())))
            .toList());
  }

  /// What is not over lasts as long as the span.
  private Interval interval(Instant from, @Nullable Instant to) {
    return new Interval(from.getEpochSecond(), (to == null ? span.to() : to).getEpochSecond());
  }

  /// In the order of pieces and keys.
  List<Figure> figures(Measure measure) {
    List<Figure> figures = new ArrayList<>();
    for (int piece = 0; piece < starts.size(); piece++) {
      for (Map.Entry<String, Sums> entry : sums.entrySet()) {
        long shift = entry.getValue().onShift[piece];
        if (shift > 0) {
          long work = entry.getValue().busy[piece];
          figures.add(figure(measure, starts.get(piece), entry.getKey(), shift, work));
        }
      }
    }
    return figures;
  }

  private static Figure figure(Measure measure, Instant at, String key, long shift, long work) {
    long count = measure == Measure.BUSY ? work : shift;
    double value = measure == Measure.UTILISATION ? (double) work / shift : count;
    return new Figure(measure, at, key.isEmpty() ? null : key, null, count, value, null, null);
  }

  /// Seconds by piece.
  private static final class Sums {

    private final long[] onShift;
    private final long[] busy;

    Sums(int pieces) {
      this.onShift = new long[pieces];
      this.busy = new long[pieces];
    }

    void add(long[] shift, long[] work) {
      for (int piece = 0; piece < onShift.length; piece++) {
        onShift[piece] += shift[piece];
        busy[piece] += work[piece];
      }
    }
  }
}
