package id.antar.query.order;

import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderQuery.ListOrders;
import id.antar.api.order.OrderQuery.OrderPage;
import id.antar.api.order.OrderView;
import id.antar.query.projection.Column;
import id.antar.query.projection.Cursor;
import id.antar.query.projection.Paging;
import id.antar.query.projection.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

final class OrderQueries {

  private static final String CURSOR = "orders";

  private final Table<OrderRow> orders;

  OrderQueries(Table<OrderRow> orders) {
    this.orders = orders;
  }

  @QueryHandler
  CompletableFuture<@Nullable OrderView> get(GetOrder query) {
    return orders
        .find(query.orderId().value())
        .thenApply(found -> found.map(OrderRow::view).orElse(null));
  }

  @QueryHandler
  CompletableFuture<OrderPage> list(ListOrders query) {
    int limit = Paging.requireLimit(query.limit());
    Filter filter = Filter.of(query);
    return orders
        .list(filter.condition(), filter.values(), "placed_at DESC, id DESC", limit + 1)
        .thenApply(found -> page(found, limit));
  }

  private static OrderPage page(List<OrderRow> found, int limit) {
    return new OrderPage(
        Paging.page(found, limit).stream().map(OrderRow::view).toList(),
        Paging.nextCursor(found, limit, OrderQueries::cursorAfter));
  }

  private static String cursorAfter(OrderRow row) {
    return Cursor.encode(
        CURSOR, List.of(row.placement().placedAt().toString(), row.placement().orderId().value()));
  }

  /// What a listing asks for, as SQL.
  private record Filter(String condition, List<Object> values) {

    static Filter of(ListOrders query) {
      List<String> conditions = new ArrayList<>(List.of("TRUE"));
      List<Object> values = new ArrayList<>();
      equal("customer_id", query.customerId(), conditions, values);
      equal("merchant_id", query.merchantId(), conditions, values);
      equal("courier_id", query.courierId(), conditions, values);
      equal("status", query.status(), conditions, values);
      if (query.cursor() != null) {
        olderThan(query.cursor(), conditions, values);
      }
      return new Filter(String.join(" AND ", conditions), values);
    }

    private static void equal(
        String column, @Nullable Object value, List<String> conditions, List<Object> values) {
      if (value != null) {
        conditions.add(column + " = ?");
        values.add(value.toString());
      }
    }

    private static void olderThan(String cursor, List<String> conditions, List<Object> values) {
      List<String> last = Cursor.decode(CURSOR, cursor, 2);
      Object placedAt = Column.toColumn(Cursor.instant(cursor, last.get(0)));
      conditions.add("placed_at <= ? AND (placed_at < ? OR id < ?)");
      values.addAll(List.of(placedAt, placedAt, last.get(1)));
    }
  }

  static List<Column<OrderRow>> columns() {
    return List.of(
        Column.text("customer_id", row -> row.placement().customerId()),
        Column.text("merchant_id", row -> row.placement().merchantId()),
        Column.text("courier_id", OrderRow::courierId),
        Column.text("assignment_id", OrderRow::assignmentId),
        Column.text("status", row -> row.stage().status()),
        Column.text("stage", OrderRow::stage),
        Column.at("placed_at", row -> row.placement().placedAt()));
  }
}
