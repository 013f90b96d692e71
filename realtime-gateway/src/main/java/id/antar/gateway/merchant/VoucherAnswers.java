package id.antar.gateway.merchant;

import id.antar.api.merchant.MerchantQuery.VoucherPage;
import id.antar.api.merchant.VoucherView;
import id.antar.api.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How vouchers are shown to those who manage them.
final class VoucherAnswers {

  private VoucherAnswers() {}

  record Offered(String code) {}

  /// @param basisPoints absent if it is an amount
  /// @param usesLeft of `uses`
  record Voucher(
      String code,
      @Nullable Integer basisPoints,
      @Nullable Money amount,
      @Nullable Money minimum,
      Instant validFrom,
      Instant validUntil,
      int uses,
      int usesLeft,
      boolean withdrawn,
      Instant offeredAt) {

    static Voucher of(VoucherView view) {
      var voucher = view.voucher();
      return new Voucher(
          voucher.code(),
          voucher.amount() == null ? voucher.basisPoints() : null,
          voucher.amount(),
          voucher.minimum(),
          voucher.validFrom(),
          voucher.validUntil(),
          voucher.uses(),
          voucher.uses() - view.redeemed(),
          view.withdrawn(),
          view.offeredAt());
    }
  }

  record Page(List<Voucher> vouchers, @Nullable String nextCursor) {

    static Page of(VoucherPage page) {
      return new Page(page.vouchers().stream().map(Voucher::of).toList(), page.nextCursor());
    }
  }
}
