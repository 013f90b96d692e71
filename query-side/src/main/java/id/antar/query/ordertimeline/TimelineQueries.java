package id.antar.query.ordertimeline;

import id.antar.api.order.OrderId;
import id.antar.api.order.OrderQuery.GetOrderTimeline;
import id.antar.api.order.OrderQuery.OrderTimeline;
import id.antar.query.projection.Column;
import id.antar.query.projection.Table;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

final class TimelineQueries {

  private static final int LONGEST = 2_000;

  private final Table<TimelineRow> entries;

  TimelineQueries(Table<TimelineRow> entries) {
    this.entries = entries;
  }

  /// What is recorded at the same moment is in the order of its source; the order's own comes first
  /// only if its id does.
  @QueryHandler
  CompletableFuture<@Nullable OrderTimeline> get(GetOrderTimeline query) {
    return entries
        .list(
            "order_id = ?",
            List.of(query.orderId().value()),
            "recorded_at, source, source_sequence",
            LONGEST)
        .thenApply(rows -> timeline(query.orderId(), rows));
  }

  private static @Nullable OrderTimeline timeline(OrderId orderId, List<TimelineRow> rows) {
    return rows.isEmpty()
        ? null
        : new OrderTimeline(orderId, rows.stream().map(TimelineRow::entry).toList());
  }

  static List<Column<TimelineRow>> columns() {
    return List.of(
        Column.text("order_id", TimelineRow::orderId),
        Column.text("source", TimelineRow::source),
        new Column<>("source_sequence", Long.class, TimelineRow::sequence),
        Column.at("recorded_at", row -> row.entry().recordedAt()));
  }
}
