package id.antar.query.analytics;

import id.antar.api.analytics.AnalyticsQuery.Figure;
import id.antar.api.analytics.AnalyticsQuery.Figures;
import id.antar.api.analytics.AnalyticsQuery.GetFigures;
import id.antar.api.analytics.Measure;
import id.antar.api.courier.CourierId;
import id.antar.api.message.InvalidQuery;
import id.antar.query.projection.Column;
import id.antar.query.projection.Table;
import id.antar.query.projection.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

final class AnalyticsQueries {

  /// A shift or a trip that began longer before a span is not seen in it.
  static final Duration LONGEST_SHIFT = Duration.ofDays(2);

  private static final int MOST_ROWS = 200_000;

  private final Tables tables;
  private final Table<DutyFact> duties;
  private final Table<OfferFact> offers;

  AnalyticsQueries(Tables tables, Table<DutyFact> duties, Table<OfferFact> offers) {
    this.tables = tables;
    this.duties = duties;
    this.offers = offers;
  }

  @QueryHandler
  CompletableFuture<Figures> get(GetFigures query) {
    CompletableFuture<CourierTime> time = time(query);
    CompletableFuture<List<Figure>> all = CompletableFuture.completedFuture(List.of());
    for (Measure measure : query.measures()) {
      all =
          all.thenCompose(before ->
              (measure.of() == Measure.Of.TIME
                      ? time.thenApply(it -> it.figures(measure))
                      : rows(query, measure))
                  .thenApply(more -> joined(before, more)));
    }
    return all.thenApply(Figures::new);
  }

  private CompletableFuture<List<Figure>> rows(GetFigures query, Measure measure) {
    var sql = new FigureSql(query, measure);
    String text = sql.text();
    return tables.ask(text, sql.values(), sql::figure);
  }

  private CompletableFuture<CourierTime> time(GetFigures query) {
    if (query.measures().stream().noneMatch(measure -> measure.of() == Measure.Of.TIME)) {
      return CompletableFuture.completedFuture(
          new CourierTime(query.by(), query.span(), List.of(), List.of()));
    }
    Object begin = Column.toColumn(query.span().from().minus(LONGEST_SHIFT));
    Object end = Column.toColumn(query.span().to());
    CourierId courier = query.whose().courierId();
    return within(duties, "changed_at", begin, end, courier)
        .thenCombine(
            within(offers, "accepted_at", begin, end, courier),
            (changes, trips) -> new CourierTime(query.by(), query.span(), changes, trips));
  }

  private static <S> CompletableFuture<List<S>> within(
      Table<S> table, String column, Object begin, Object end, @Nullable CourierId courier) {
    List<Object> values = new ArrayList<>(List.of(begin, end));
    String condition = column + " >= ? AND " + column + " < ?";
    if (courier != null) {
      condition += " AND courier_id = ?";
      values.add(courier.value());
    }
    return table
        .list(condition, values, column + ", id", MOST_ROWS + 1)
        .thenApply(AnalyticsQueries::complete);
  }

  private static <S> List<S> complete(List<S> rows) {
    if (rows.size() > MOST_ROWS) {
      throw new InvalidQuery(
          "The span has too many shifts and trips. Maybe ask for a shorter one.");
    }
    return rows;
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
