package id.antar.query.merchant;

import id.antar.api.merchant.MerchantQuery.GetMerchant;
import id.antar.api.merchant.MerchantQuery.ListMerchants;
import id.antar.api.merchant.MerchantQuery.MerchantPage;
import id.antar.api.merchant.MerchantView;
import id.antar.query.projection.Column;
import id.antar.query.projection.Cursor;
import id.antar.query.projection.Paging;
import id.antar.query.projection.Table;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

final class MerchantQueries {

  private static final String CURSOR = "merchants";

  private final Table<MerchantView> merchants;

  MerchantQueries(Table<MerchantView> merchants) {
    this.merchants = merchants;
  }

  @QueryHandler
  CompletableFuture<@Nullable MerchantView> get(GetMerchant query) {
    return merchants.find(query.merchantId().value()).thenApply(found -> found.orElse(null));
  }

  @QueryHandler
  CompletableFuture<MerchantPage> list(ListMerchants query) {
    int limit = Paging.requireLimit(query.limit());
    String cursor = query.cursor();
    return merchants
        .list(
            cursor == null ? "TRUE" : "id > ?",
            cursor == null ? List.of() : Cursor.decode(CURSOR, cursor, 1),
            "id",
            limit + 1)
        .thenApply(found -> page(found, limit));
  }

  private static MerchantPage page(List<MerchantView> found, int limit) {
    return new MerchantPage(
        Paging.page(found, limit),
        Paging.nextCursor(
            found, limit, view -> Cursor.encode(CURSOR, List.of(view.merchantId().value()))));
  }

  static List<Column<MerchantView>> columns() {
    return List.of(
        Column.text("name", view -> view.profile().name()),
        Column.text("days", MerchantView::days));
  }
}
