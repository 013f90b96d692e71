package id.antar.query.alert;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import id.antar.api.alert.AlertKind;
import id.antar.api.alert.AlertQuery.AlertCounts;
import id.antar.api.alert.AlertQuery.AlertPage;
import id.antar.api.alert.AlertQuery.CountAlerts;
import id.antar.api.alert.AlertQuery.ListAlerts;
import id.antar.api.alert.AlertView.State;
import id.antar.query.projection.Column;
import id.antar.query.projection.Cursor;
import id.antar.query.projection.Paging;
import id.antar.query.projection.Table;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;

final class AlertQueries {

  private static final String CURSOR = "alerts";

  private final Table<AlertRow> rows;

  AlertQueries(Table<AlertRow> rows) {
    this.rows = rows;
  }

  private record Counted(State state, AlertKind kind, long alerts) {}

  @QueryHandler
  CompletableFuture<AlertPage> list(ListAlerts query) {
    int limit = Paging.requireLimit(query.limit());
    var values = new ArrayList<Object>();
    String condition = condition(query, values);
    return rows.list(condition, values, "at DESC, id DESC", limit + 1)
        .thenCombine(count(), (found, counts) -> page(found, counts, limit));
  }

  @QueryHandler
  CompletableFuture<AlertCounts> count(CountAlerts query) {
    return count();
  }

  private static String condition(ListAlerts query, List<Object> values) {
    var condition = new StringBuilder();
    if (query.state() == null) {
      condition.append("standing IN ('STANDING', 'ACKNOWLEDGED')");
    } else {
      add(condition, values, "standing = ?", query.state().name());
    }
    if (query.kind() != null) {
      add(condition, values, " AND kind = ?", query.kind().name());
    }
    if (query.subject() != null) {
      add(condition, values, " AND subject = ?", query.subject());
    }
    if (query.cursor() != null) {
      List<String> last = Cursor.decode(CURSOR, query.cursor(), 2);
      condition.append(" AND (at, id) < (?, ?)");
      values.add(Column.toColumn(Cursor.instant(query.cursor(), last.getFirst())));
      values.add(last.getLast());
    }
    return condition.toString();
  }

  private static void add(StringBuilder condition, List<Object> values, String sql, String value) {
    condition.append(sql);
    values.add(value);
  }

  private CompletableFuture<AlertCounts> count() {
    return rows.ask(
            "standing, kind, COUNT(*) AS alerts",
            "standing IN (?, ?)",
            List.of(State.STANDING.name(), State.ACKNOWLEDGED.name()),
            "GROUP BY standing, kind",
            AlertQueries::counted)
        .thenApply(
            found -> new AlertCounts(of(State.STANDING, found), of(State.ACKNOWLEDGED, found)));
  }

  private static Counted counted(Readable row) {
    return new Counted(
        State.valueOf(requireNonNull(row.get("standing", String.class))),
        AlertKind.valueOf(requireNonNull(row.get("kind", String.class))),
        requireNonNull(row.get("alerts", Long.class)));
  }

  private static Map<AlertKind, Long> of(State state, List<Counted> found) {
    return found.stream()
        .filter(it -> it.state() == state)
        .collect(toMap(Counted::kind, Counted::alerts));
  }

  private static AlertPage page(List<AlertRow> found, AlertCounts counts, int limit) {
    return new AlertPage(
        Paging.page(found, limit).stream().map(AlertRow::view).toList(),
        Paging.nextCursor(found, limit, AlertQueries::cursorAfter),
        counts);
  }

  private static String cursorAfter(AlertRow row) {
    return Cursor.encode(CURSOR, List.of(row.at().toString(), row.raised().alertId().value()));
  }

  static List<Column<AlertRow>> columns() {
    return List.of(
        Column.text("standing", row -> row.state().name()),
        Column.text("kind", row -> row.raised().kind().name()),
        Column.text("subject", row -> row.raised().subject()),
        Column.at("at", AlertRow::at));
  }
}
