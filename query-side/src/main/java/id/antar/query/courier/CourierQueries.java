package id.antar.query.courier;

import id.antar.api.courier.CourierQuery.CourierBoard;
import id.antar.api.courier.CourierQuery.GetCourier;
import id.antar.api.courier.CourierQuery.ListCouriers;
import id.antar.api.courier.CourierView;
import id.antar.query.projection.Column;
import id.antar.query.projection.Cursor;
import id.antar.query.projection.Paging;
import id.antar.query.projection.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

final class CourierQueries {

  private static final String CURSOR = "couriers";

  private final Table<CourierRow> couriers;

  CourierQueries(Table<CourierRow> couriers) {
    this.couriers = couriers;
  }

  @QueryHandler
  CompletableFuture<@Nullable CourierView> get(GetCourier query) {
    return couriers
        .find(query.courierId().value())
        .thenApply(found -> found.map(CourierRow::view).orElse(null));
  }

  @QueryHandler
  CompletableFuture<CourierBoard> list(ListCouriers query) {
    int limit = Paging.requireLimit(query.limit());
    List<String> conditions = new ArrayList<>(List.of("TRUE"));
    List<String> values = new ArrayList<>();
    if (query.duty() != null) {
      conditions.add("duty = ?");
      values.add(query.duty().name());
    }
    if (query.cursor() != null) {
      conditions.add("id > ?");
      values.addAll(Cursor.decode(CURSOR, query.cursor(), 1));
    }
    return couriers
        .list(String.join(" AND ", conditions), values, "id", limit + 1)
        .thenApply(found -> page(found, limit));
  }

  private static CourierBoard page(List<CourierRow> found, int limit) {
    return new CourierBoard(
        Paging.page(found, limit).stream().map(CourierRow::view).toList(),
        Paging.nextCursor(
            found, limit, row -> Cursor.encode(CURSOR, List.of(row.courierId().value()))));
  }

  static List<Column<CourierRow>> columns() {
    return List.of(Column.text("duty", CourierRow::duty));
  }
}
