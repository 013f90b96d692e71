package id.antar.gateway.analytics;

import id.antar.api.forecast.Analysis;
import id.antar.api.forecast.Analysis.Model;
import id.antar.api.forecast.ForecastQuery.Demand;
import id.antar.gateway.edge.csv.Csv;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/// One foretold value, as a line of a file.
record ForecastRow(
    @Nullable String key,
    Instant at,
    double value,
    @Nullable Double low80,
    @Nullable Double high80,
    @Nullable Double low95,
    @Nullable Double high95,
    Model model) {

  static ResponseEntity<String> csv(Analysis analysis) {
    return csv(of(null, analysis).toList());
  }

  static ResponseEntity<String> csv(Demand demand) {
    return csv(demand.series().stream().flatMap(it -> of(it.key(), it.analysis())).toList());
  }

  private static ResponseEntity<String> csv(List<ForecastRow> rows) {
    return Csv.of("forecast", ForecastRow.class, rows);
  }

  private static Stream<ForecastRow> of(@Nullable String key, Analysis analysis) {
    Analysis.Forecast forecast = analysis.forecast();
    return forecast == null
        ? Stream.empty()
        : forecast.points().stream().map(point -> of(key, point, forecast.model()));
  }

  private static ForecastRow of(@Nullable String key, Analysis.Point point, Model model) {
    return new ForecastRow(
        key,
        point.at(),
        point.value(),
        point.low80(),
        point.high80(),
        point.low95(),
        point.high95(),
        model);
  }
}
