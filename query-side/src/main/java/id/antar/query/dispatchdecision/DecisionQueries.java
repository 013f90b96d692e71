package id.antar.query.dispatchdecision;

import id.antar.api.dispatch.DecisionQuery.DecisionEntry;
import id.antar.api.dispatch.DecisionQuery.DecisionPage;
import id.antar.api.dispatch.DecisionQuery.FindDecisionOf;
import id.antar.api.dispatch.DecisionQuery.ListDecisions;
import id.antar.query.projection.Column;
import id.antar.query.projection.Cursor;
import id.antar.query.projection.Paging;
import id.antar.query.projection.Table;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

final class DecisionQueries {

  private static final String CURSOR = "decisions";

  private final Table<DecisionRow> decisions;

  DecisionQueries(Table<DecisionRow> decisions) {
    this.decisions = decisions;
  }

  @QueryHandler
  CompletableFuture<DecisionPage> list(ListDecisions query) {
    int limit = Paging.requireLimit(query.limit());
    String order = query.orderId().value();
    return (query.cursor() == null ? newest(order, limit) : before(query.cursor(), order, limit))
        .thenApply(found -> page(found, limit));
  }

  /// An assignment that is amended later was offered by the first decision that names it.
  @QueryHandler
  CompletableFuture<@Nullable DecisionEntry> find(FindDecisionOf query) {
    return decisions
        .list("assignment_id = ?", List.of(query.assignmentId().value()), "recorded_at, id", 1)
        .thenApply(found -> found.isEmpty() ? null : found.getFirst().entry());
  }

  private CompletableFuture<List<DecisionRow>> newest(String order, int limit) {
    return decisions.list("order_id = ?", List.of(order), "recorded_at DESC, id DESC", limit + 1);
  }

  private CompletableFuture<List<DecisionRow>> before(String cursor, String order, int limit) {
    List<String> last = Cursor.decode(CURSOR, cursor, 2);
    Object at = Column.toColumn(Cursor.instant(cursor, last.get(0)));
    return decisions.list(
        "order_id = ? AND recorded_at <= ? AND (recorded_at < ? OR id < ?)",
        List.of(order, at, at, last.get(1)),
        "recorded_at DESC, id DESC",
        limit + 1);
  }

  private static DecisionPage page(List<DecisionRow> found, int limit) {
    return new DecisionPage(
        Paging.page(found, limit).stream().map(DecisionRow::entry).toList(),
        Paging.nextCursor(
            found,
            limit,
            row -> Cursor.encode(CURSOR, List.of(row.recordedAt().toString(), row.key()))));
  }

  static List<Column<DecisionRow>> columns() {
    return List.of(
        Column.text("order_id", row -> row.entry().orderId()),
        Column.text("assignment_id", row -> row.entry().assignmentId()),
        Column.at("recorded_at", DecisionRow::recordedAt));
  }
}
