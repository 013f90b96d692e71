package id.antar.api.merchant;

import id.antar.api.geo.GeoPoint;
import id.antar.api.message.Query;
import id.antar.api.message.Rejection;
import id.antar.api.order.BasketLine;
import id.antar.api.order.OrderLine;
import id.antar.api.order.OrderTotal;
import id.antar.api.search.IndexState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions about merchants and menus.
public sealed interface MerchantQuery<R> extends Query<R> {

  record GetMerchant(MerchantId merchantId) implements MerchantQuery<MerchantView> {
    @Override
    public Class<MerchantView> answer() {
      return MerchantView.class;
    }
  }

  /// Merchants in the order of their ids. The cursor is the last answer's `nextCursor`.
  record ListMerchants(@Nullable String cursor, int limit) implements MerchantQuery<MerchantPage> {
    @Override
    public Class<MerchantPage> answer() {
      return MerchantPage.class;
    }
  }

  /// All vouchers that a merchant has ever offered, in the order of their codes.
  record ListVouchers(MerchantId merchantId, @Nullable String cursor, int limit)
      implements MerchantQuery<VoucherPage> {
    @Override
    public Class<VoucherPage> answer() {
      return VoucherPage.class;
    }
  }

  /// What a basket would cost if it was ordered now. Nothing is kept for whoever asks.
  record GetQuote(MerchantId merchantId, List<BasketLine> basket, @Nullable String voucher)
      implements MerchantQuery<BasketQuote> {
    public GetQuote {
      basket = List.copyOf(basket);
    }

    @Override
    public Class<BasketQuote> answer() {
      return BasketQuote.class;
    }
  }

  /// Merchants, each with the products that matched; or without any, where only merchants are
  /// looked for.
  record SearchMenus(
      Filter filter, Sort sort, boolean withProducts, @Nullable String cursor, int limit)
      implements MerchantQuery<MenuHits> {
    @Override
    public Class<MenuHits> answer() {
      return MenuHits.class;
    }

    /// Everything that is given must hold.
    ///
    /// @param text words of merchants, products and descriptions, perhaps misspelt, the last one
    ///   perhaps unfinished
    /// @param openOnly whether they take orders now
    /// @param ratedFrom in hundredths, 400 for 4.00; whom nobody has reviewed is left out
    public record Filter(
        @Nullable String text,
        @Nullable GeoPoint near,
        @Nullable Integer withinMetres,
        boolean openOnly,
        @Nullable Integer ratedFrom) {

      public boolean hasText() {
        return text != null && !text.isBlank();
      }
    }

    /// In what order. `RELEVANCE` needs a text, `NEAREST` a place.
    public enum Sort {
      RELEVANCE,
      NEAREST,
      BEST_RATED,
      NAME
    }
  }

  record MerchantPage(List<MerchantView> merchants, @Nullable String nextCursor) {
    public MerchantPage {
      merchants = List.copyOf(merchants);
    }
  }

  sealed interface BasketQuote {

    /// @param total without a tip
    record Priced(List<OrderLine> lines, OrderTotal total) implements BasketQuote {
      public Priced {
        lines = List.copyOf(lines);
      }
    }

    /// What the order would be refused for.
    record Refused(Rejection reason) implements BasketQuote {}
  }

  record VoucherPage(List<VoucherView> vouchers, @Nullable String nextCursor) {
    public VoucherPage {
      vouchers = List.copyOf(vouchers);
    }
  }

  record MenuHit(
      MerchantId merchantId,
      String name,
      boolean open,
      GeoPoint location,
      @Nullable Integer distanceMetres,
      List<Product> products) {
    public MenuHit {
      products = List.copyOf(products);
    }
  }

  record MenuHits(List<MenuHit> hits, long total, @Nullable String nextCursor, IndexState index) {
    public MenuHits {
      hits = List.copyOf(hits);
    }
  }
}
