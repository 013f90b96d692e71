package id.antar.query.account;

import id.antar.api.account.ApiKeyView;
import id.antar.api.account.ApiKeyView.ApiKeyPage;
import id.antar.api.account.ApiKeyView.GetApiKey;
import id.antar.api.account.ApiKeyView.ListApiKeys;
import id.antar.query.projection.Column;
import id.antar.query.projection.Cursor;
import id.antar.query.projection.Paging;
import id.antar.query.projection.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

final class ApiKeyQueries {

  private static final String CURSOR = "api-keys";

  private final Table<ApiKeyView> keys;

  ApiKeyQueries(Table<ApiKeyView> keys) {
    this.keys = keys;
  }

  @QueryHandler
  CompletableFuture<@Nullable ApiKeyView> get(GetApiKey query) {
    return keys.find(query.keyId().value()).thenApply(found -> found.orElse(null));
  }

  @QueryHandler
  CompletableFuture<ApiKeyPage> list(ListApiKeys query) {
    int limit = Paging.requireLimit(query.limit());
    var values = new ArrayList<Object>(List.of(query.owner().toString()));
    String condition = "owner = ?";
    if (query.cursor() != null) {
      condition += " AND id > ?";
      values.addAll(Cursor.decode(CURSOR, query.cursor(), 1));
    }
    return keys.list(condition, values, "id", limit + 1).thenApply(found -> page(found, limit));
  }

  private static ApiKeyPage page(List<ApiKeyView> found, int limit) {
    return new ApiKeyPage(
        Paging.page(found, limit),
        Paging.nextCursor(
            found, limit, view -> Cursor.encode(CURSOR, List.of(view.keyId().value()))));
  }

  static List<Column<ApiKeyView>> columns() {
    return List.of(Column.text("owner", ApiKeyView::owner));
  }
}
