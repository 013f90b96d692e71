package id.antar.query.forecast;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import id.antar.api.analytics.Dimension;
import id.antar.api.analytics.Whose;
import id.antar.api.forecast.Analysis;
import id.antar.api.forecast.ForecastQuery.AnalyseSeries;
import id.antar.api.forecast.ForecastQuery.Demand;
import id.antar.api.forecast.ForecastQuery.GetDemand;
import id.antar.api.forecast.ForecastQuery.OfKey;
import id.antar.api.merchant.MerchantId;
import id.antar.query.projection.Column;
import id.antar.query.projection.Tables;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.axonframework.queryhandling.QueryHandler;

/// Reckons on threads of its own kind: never on those that bring the rows.
final class ForecastQueries {

  /// What is longer ago says little of tomorrow.
  static final Duration HISTORY = Duration.ofDays(84);

  private static final Duration HOUR = Duration.ofHours(1);
  private static final int MOST_SERIES = 20;

  private final Tables tables;
  private final Executor reckoners;

  ForecastQueries(Tables tables, Executor reckoners) {
    this.tables = tables;
    this.reckoners = reckoners;
  }

  @QueryHandler
  CompletableFuture<Analysis> analyse(AnalyseSeries query) {
    return CompletableFuture.supplyAsync(
        () -> new Analyst(Series.of(query.observations(), query.step())).analyse(query.horizon()),
        reckoners);
  }

  @QueryHandler
  CompletableFuture<Demand> get(GetDemand query) {
    Instant end = query.now().truncatedTo(ChronoUnit.HOURS);
    Instant begin = end.minus(HISTORY);
    List<Object> values = new ArrayList<>(List.of(Column.toColumn(begin), Column.toColumn(end)));
    String condition = "placed_at >= ? AND placed_at < ?" + of(query.whose(), values);
    // The busiest alone are read.
    values.addAll(List.copyOf(values));
    String sql =
        """
        SELECT %1$s AS dimension, TIMESTAMPDIFF(HOUR, '1970-01-01', placed_at) AS hour, \
        COUNT(*) AS orders FROM query_order_fact WHERE %2$s AND %1$s IN (SELECT busy FROM \
        (SELECT %1$s AS busy FROM query_order_fact WHERE %2$s GROUP BY busy \
        ORDER BY COUNT(*) DESC, busy LIMIT %3$d) AS busiest) \
        GROUP BY dimension, hour ORDER BY hour\
        """
            .formatted(key(query.by()), condition, MOST_SERIES);
    return tables
        .ask(sql, values, ForecastQueries::count)
        .thenApplyAsync(counts -> demand(counts, end, query.hours()), reckoners);
  }

  private static String key(Dimension by) {
    return switch (by) {
      case ALL -> "''";
      case CELL -> "cell";
      case MERCHANT -> "merchant_id";
      case COURIER -> "COALESCE(courier_id, '')";
    };
  }

  private static String of(Whose whose, List<Object> values) {
    StringBuilder more = new StringBuilder();
    if (whose.courierId() != null) {
      values.add(whose.courierId().value());
      more.append(" AND courier_id = ?");
    }
    if (whose.merchants() != null) {
      more.append(" AND merchant_id IN (''");
      for (MerchantId merchant : whose.merchants()) {
        values.add(merchant.value());
        more.append(", ?");
      }
      more.append(")");
    }
    return more.toString();
  }

  /// So many orders in one hour.
  record Count(String key, long hour, long orders) {}

  private static Count count(Readable row) {
    return new Count(
        requireNonNull(row.get("dimension", String.class)),
        requireNonNull(row.get("hour", Long.class)),
        requireNonNull(row.get("orders", Long.class)));
  }

  /// All series begin with the first order of any, and an hour without an order has none.
  static Demand demand(List<Count> counts, Instant end, int hours) {
    if (counts.isEmpty()) {
      return new Demand(List.of());
    }
    long first = counts.stream().mapToLong(Count::hour).min().orElseThrow();
    int length = Math.toIntExact(end.getEpochSecond() / HOUR.toSeconds() - first);
    Map<String, List<Count>> byKey = counts.stream().collect(groupingBy(Count::key));
    Comparator<Map.Entry<String, List<Count>>> size =
        Comparator.comparingLong(
            entry -> -entry.getValue().stream().mapToLong(Count::orders).sum());
    return new Demand(
        byKey.entrySet().stream()
            .sorted(size.thenComparing(Map.Entry::getKey))
            .map(entry ->
                new OfKey(
                    entry.getKey().isEmpty() ? null : entry.getKey(),
                    new Analyst(series(entry.getValue(), first, length)).analyse(hours)))
            .toList());
  }

  private static Series series(List<Count> counts, long first, int length) {
    double[] values = new double[length];
    counts.forEach(count -> values[Math.toIntExact(count.hour() - first)] = count.orders());
    return new Series(Instant.ofEpochSecond(first * HOUR.toSeconds()), HOUR, values, true);
  }
}
