package id.antar.api.analytics;

import id.antar.api.message.Query;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions about many orders at once.
public sealed interface AnalyticsQuery<R> extends Query<R> {

  /// Each of the measures in each piece of the span, told apart by one dimension.
  record GetFigures(List<Measure> measures, Dimension by, Span span, Whose whose)
      implements AnalyticsQuery<Figures> {
    public GetFigures {
      measures = List.copyOf(measures);
      if (measures.stream().anyMatch(it -> it.of() == Measure.Of.TIME)
          && !isOfCouriers(by, whose)) {
        throw new IllegalArgumentException(
            "Couriers' time is not told apart by cell or merchant: it belongs to none.");
      }
    }

    private static boolean isOfCouriers(Dimension by, Whose whose) {
      return whose.merchants() == null && (by == Dimension.ALL || by == Dimension.COURIER);
    }

    @Override
    public Class<Figures> answer() {
      return Figures.class;
    }
  }

  /// In the order of measures, pieces and keys. What has no figure is left out.
  record Figures(List<Figure> figures) {
    public Figures {
      figures = List.copyOf(figures);
    }
  }

  /// @param at when the piece begins
  /// @param key of the cell, merchant or courier; absent for all together, and for what has none
  /// @param currency of money
  /// @param count how many orders, offers or seconds it is about
  /// @param value the count itself, the sum of money in minor units, the mean in seconds, or a
  ///   share between 0 and 1
  /// @param p50 the median of a time, in seconds
  /// @param p90 what nine of ten do not exceed
  record Figure(
      Measure measure,
      Instant at,
      @Nullable String key,
      @Nullable String currency,
      long count,
      double value,
      @Nullable Double p50,
      @Nullable Double p90) {}
}
