package id.antar.api.forecast;

import id.antar.api.analytics.Dimension;
import id.antar.api.analytics.Whose;
import id.antar.api.message.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions about what is to come.
public sealed interface ForecastQuery<R> extends Query<R> {

  /// How many orders are placed in each of the next hours.
  ///
  /// @param now the hours before it are known
  record GetDemand(Dimension by, Whose whose, Instant now, int hours)
      implements ForecastQuery<Demand> {
    @Override
    public Class<Demand> answer() {
      return Demand.class;
    }
  }

  /// Nothing of it is kept.
  ///
  /// @param observations in the order of time, all on one grid of `step`
  /// @param horizon how many steps are to be foretold; none if it is 0
  record AnalyseSeries(List<Observation> observations, Duration step, int horizon)
      implements ForecastQuery<Analysis> {
    public AnalyseSeries {
      observations = List.copyOf(observations);
    }

    @Override
    public Class<Analysis> answer() {
      return Analysis.class;
    }
  }

  /// The busiest first.
  record Demand(List<OfKey> series) {
    public Demand {
      series = List.copyOf(series);
    }
  }

  /// @param key of the cell or merchant; absent for all together
  record OfKey(@Nullable String key, Analysis analysis) {}
}
