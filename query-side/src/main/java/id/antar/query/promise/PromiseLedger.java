package id.antar.query.promise;

import static java.util.Objects.requireNonNull;

import id.antar.api.order.OrderId;
import id.antar.api.promise.Promise;
import id.antar.api.promise.Promise.Kind;
import id.antar.api.promise.Promise.Source;
import id.antar.query.projection.Column;
import id.antar.query.projection.Tables;
import io.r2dbc.spi.Readable;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The live promises in the database: rows that are written once.
final class PromiseLedger {

  private final Tables tables;

  PromiseLedger(Tables tables) {
    this.tables = tables;
  }

  record Line(OrderId orderId, Promise promise) {}

  /// One that is there already, from another process or an earlier try, stays as it is.
  CompletableFuture<Void> write(List<Line> lines) {
    List<Object> values = new ArrayList<>();
    for (Line line : lines) {
      values.add(line.orderId().value());
      values.add(line.promise().kind().name());
      values.add(Column.toColumn(line.promise().shownAt()));
      values.add(Column.toColumn(line.promise().promisedFor()));
    }
    String sql =
        "INSERT IGNORE INTO promise (order_id, kind, shown_at, promised_for) VALUES (?, ?, ?, ?)"
            + ", (?, ?, ?, ?)".repeat(lines.size() - 1);
    return tables.write(sql, values);
  }

  /// @param orders SQL for a condition on `o`, the orders' facts, in which every value is a `?`
  CompletableFuture<List<Line>> list(String orders, List<?> values, int limit) {
    return tables.ask(
        """
        SELECT p.order_id, p.kind, p.shown_at, p.promised_for \
        FROM promise p JOIN query_order_fact o ON o.id = p.order_id \
        WHERE %s ORDER BY p.order_id, p.shown_at LIMIT %d\
        """
            .formatted(orders, limit),
        values,
        PromiseLedger::line);
  }

  private static Line line(Readable row) {
    return new Line(
        new OrderId(requireNonNull(row.get("order_id", String.class))),
        new Promise(
            Kind.valueOf(requireNonNull(row.get("kind", String.class))),
            requireNonNull(row.get("shown_at", LocalDateTime.class)).toInstant(ZoneOffset.UTC),
            requireNonNull(row.get("promised_for", LocalDateTime.class)).toInstant(ZoneOffset.UTC),
            Source.LIVE));
  }
}
