package id.antar.query.ordertimeline;

import static java.util.Objects.requireNonNull;

import id.antar.query.projection.Table;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The aggregates whose events are about an order: itself, its payment, the assignments in which it
/// was offered.
public final class OrderSources {

  private final Table<TimelineRow> entries;

  OrderSources(Table<TimelineRow> entries) {
    this.entries = entries;
  }

  public CompletableFuture<List<String>> of(String orderId) {
    return entries.ask(
        "DISTINCT source",
        "order_id = ?",
        List.of(orderId),
        "",
        row -> requireNonNull(row.get("source", String.class)));
  }
}
