package id.antar.query.voucher;

import id.antar.api.merchant.MerchantEvent;
import id.antar.api.merchant.MerchantEvent.VoucherOffered;
import id.antar.api.merchant.MerchantEvent.VoucherRedeemed;
import id.antar.api.merchant.MerchantEvent.VoucherReleased;
import id.antar.api.merchant.MerchantEvent.VoucherWithdrawn;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.VoucherView;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row per voucher, apart from its merchant's row: a redemption is no reason to write a menu
/// anew.
final class VoucherFold implements Fold<VoucherView> {

  @Override
  public String name() {
    return "voucher";
  }

  @Override
  public Class<VoucherView> stateType() {
    return VoucherView.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(MerchantEvent.class);
  }

  @Override
  public Collection<String> keys(Object event) {
    return switch (event) {
      case VoucherOffered e -> List.of(key(e.merchantId(), e.voucher().code()));
      case VoucherWithdrawn e -> List.of(key(e.merchantId(), e.code()));
      case VoucherRedeemed e -> List.of(key(e.merchantId(), e.code()));
      case VoucherReleased e -> List.of(key(e.merchantId(), e.code()));
      default -> List.of();
    };
  }

  @Override
  public VoucherView evolve(String key, @Nullable VoucherView before, Recorded recorded) {
    if (recorded.event() instanceof VoucherOffered e) {
      return new VoucherView(e.merchantId(), e.voucher(), 0, false, e.occurredAt());
    }
    if (before == null) {
      throw new IllegalStateException(
          "Voucher " + key + " is not known here. Maybe its first event is parked.");
    }
    return switch (recorded.event()) {
      case VoucherWithdrawn _ -> with(before, before.redeemed(), true);
      case VoucherRedeemed _ -> with(before, before.redeemed() + 1, before.withdrawn());
      case VoucherReleased _ -> with(before, before.redeemed() - 1, before.withdrawn());
      default -> before;
    };
  }

  @Override
  public Object view(VoucherView state) {
    return state;
  }

  private static String key(MerchantId merchantId, String code) {
    return merchantId + "/" + code;
  }

  private static VoucherView with(VoucherView view, int redeemed, boolean withdrawn) {
    return new VoucherView(
        view.merchantId(), view.voucher(), redeemed, withdrawn, view.offeredAt());
  }
}
