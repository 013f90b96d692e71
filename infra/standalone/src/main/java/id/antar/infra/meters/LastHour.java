package id.antar.infra.meters;

import id.antar.api.analytics.AnalyticsQuery.Figure;
import id.antar.api.analytics.AnalyticsQuery.Figures;
import id.antar.api.analytics.AnalyticsQuery.GetFigures;
import id.antar.api.analytics.Bucket;
import id.antar.api.analytics.Dimension;
import id.antar.api.analytics.Measure;
import id.antar.api.analytics.Span;
import id.antar.api.analytics.Whose;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What became of the orders and offers of the last hour, and how long those took that were placed
/// in the two hours before, by the views, so that nothing is counted twice when events are read
/// again. An hour and a second are those of the engine's clock.
final class LastHour {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Map<Measure, String> ORDERS =
      Map.of(
          Measure.ORDERS, "placed", Measure.DELIVERED, "delivered", Measure.CANCELLED, "cancelled");
  private static final Map<Measure, String> OFFERS =
      Map.of(
          Measure.OFFERS, "made",
          Measure.OFFERS_ACCEPTED, "accepted",
          Measure.OFFERS_DECLINED, "declined",
          Measure.OFFERS_EXPIRED, "expired");

  private LastHour() {}

  static GetFigures question(Instant now) {
    return everybodys(
        List.of(
            Measure.ORDERS,
            Measure.DELIVERED,
            Measure.CANCELLED,
            Measure.OFFERS,
            Measure.OFFERS_ACCEPTED,
            Measure.OFFERS_DECLINED,
            Measure.OFFERS_EXPIRED),
        now.minus(HOUR),
        now);
  }

  /// Of orders that have had an hour: among younger ones only those that were quick are delivered.
  static GetFigures timesQuestion(Instant now) {
    return everybodys(
        List.of(Measure.CLICK_TO_DOOR), now.minus(HOUR.multipliedBy(3)), now.minus(HOUR));
  }

  private static GetFigures everybodys(List<Measure> measures, Instant from, Instant to) {
    return new GetFigures(
        measures,
        Dimension.ALL,
        new Span(from, to, Bucket.WHOLE, ZoneOffset.UTC),
        Whose.EVERYBODYS);
  }

  static void register(MeterRegistry meters, Polled<Figures> figures, Polled<Figures> times) {
    ORDERS.forEach(
        (measure, outcome) -> count(meters, "antar.orders.last.hour", outcome, figures, measure));
    OFFERS.forEach(
        (measure, outcome) -> count(meters, "antar.offers.last.hour", outcome, figures, measure));
    clickToDoor(meters, times, "0.5", Figure::p50);
    clickToDoor(meters, times, "0.9", Figure::p90);
  }

  private static void count(
      MeterRegistry meters, String name, String outcome, Polled<Figures> figures, Measure measure) {
    Gauge.builder(
            name, figures, it -> it.value(known -> find(known, measure, LastHour::members, 0)))
        .description("Of those that were placed or made in the last hour")
        .tag("outcome", outcome)
        .register(meters);
  }

  /// The figure of cancelled ones is their share of all.
  private static Number members(Figure figure) {
    return figure.measure() == Measure.CANCELLED
        ? Math.round(figure.value() * figure.count())
        : figure.count();
  }

  private static void clickToDoor(
      MeterRegistry meters,
      Polled<Figures> figures,
      String quantile,
      Function<Figure, @Nullable Double> value) {
    Gauge.builder(
            "antar.click.to.door.seconds",
            figures,
            it -> it.value(known -> find(known, Measure.CLICK_TO_DOOR, value, Double.NaN)))
        .description(
            "From the placing of an order to its delivery, of those placed one to three hours ago")
        .tag("quantile", quantile)
        .register(meters);
  }

  private static double find(
      Figures figures,
      Measure measure,
      Function<Figure, ? extends @Nullable Number> value,
      double otherwise) {
    for (Figure figure : figures.figures()) {
      Number found = figure.measure() == measure ? value.apply(figure) : null;
      if (found != null) {
        return found.doubleValue();
      }
    }
    return otherwise;
  }
}
