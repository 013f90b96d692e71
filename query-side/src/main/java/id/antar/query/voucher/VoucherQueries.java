package id.antar.query.voucher;

import id.antar.api.merchant.MerchantQuery.ListVouchers;
import id.antar.api.merchant.MerchantQuery.VoucherPage;
import id.antar.api.merchant.VoucherView;
import id.antar.query.projection.Column;
import id.antar.query.projection.Cursor;
import id.antar.query.projection.Paging;
import id.antar.query.projection.Table;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;

final class VoucherQueries {

  private static final String CURSOR = "vouchers";

  private final Table<VoucherView> vouchers;

  VoucherQueries(Table<VoucherView> vouchers) {
    this.vouchers = vouchers;
  }

  @QueryHandler
  CompletableFuture<VoucherPage> list(ListVouchers query) {
    int limit = Paging.requireLimit(query.limit());
    String cursor = query.cursor();
    String after = cursor == null ? "" : Cursor.decode(CURSOR, cursor, 1).getFirst();
    return vouchers
        .list(
            "merchant_id = ? AND code > ?",
            List.of(query.merchantId().value(), after),
            "code",
            limit + 1)
        .thenApply(found -> page(found, limit));
  }

  private static VoucherPage page(List<VoucherView> found, int limit) {
    return new VoucherPage(
        Paging.page(found, limit),
        Paging.nextCursor(
            found, limit, view -> Cursor.encode(CURSOR, List.of(view.voucher().code()))));
  }

  static List<Column<VoucherView>> columns() {
    return List.of(
        Column.text("merchant_id", VoucherView::merchantId),
        Column.text("code", view -> view.voucher().code()));
  }
}
