package id.antar.query.merchant;

import id.antar.api.merchant.BusinessDays;
import id.antar.api.merchant.MerchantEvent;
import id.antar.api.merchant.MerchantEvent.MerchantClosed;
import id.antar.api.merchant.MerchantEvent.MerchantOpened;
import id.antar.api.merchant.MerchantEvent.MerchantRegistered;
import id.antar.api.merchant.MerchantEvent.PrepTimeChanged;
import id.antar.api.merchant.MerchantEvent.ProductDelisted;
import id.antar.api.merchant.MerchantEvent.ProductListed;
import id.antar.api.merchant.MerchantEvent.ProfileRevised;
import id.antar.api.merchant.MerchantEvent.TaxRateChanged;
import id.antar.api.merchant.MerchantEvent.TimeZoneChanged;
import id.antar.api.merchant.MerchantEvent.VoucherOffered;
import id.antar.api.merchant.MerchantEvent.VoucherRedeemed;
import id.antar.api.merchant.MerchantEvent.VoucherReleased;
import id.antar.api.merchant.MerchantEvent.VoucherWithdrawn;
import id.antar.api.merchant.MerchantProfile;
import id.antar.api.merchant.MerchantView;
import id.antar.api.merchant.Product;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Menus;
import id.antar.query.projection.Recorded;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class MerchantFold implements Fold<MerchantView> {

  @Override
  public String name() {
    return "merchant";
  }

  @Override
  public Class<MerchantView> stateType() {
    return MerchantView.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(MerchantEvent.class);
  }

  /// Vouchers have a view of their own.
  @Override
  public Collection<String> keys(Object event) {
    return switch ((MerchantEvent) event) {
      case VoucherOffered _, VoucherWithdrawn _, VoucherRedeemed _, VoucherReleased _ -> List.of();
      case MerchantEvent e -> List.of(e.merchantId().value());
    };
  }

  @Override
  public MerchantView evolve(String key, @Nullable MerchantView before, Recorded recorded) {
    return evolve(before, (MerchantEvent) recorded.event());
  }

  @Override
  public Object view(MerchantView state) {
    return state;
  }

  static MerchantView evolve(@Nullable MerchantView view, MerchantEvent event) {
    if (event instanceof MerchantRegistered e) {
      return new MerchantView(
          e.merchantId(),
          e.profile(),
          e.deliveryFee(),
          e.prepTime(),
          false,
          List.of(),
          0,
          BusinessDays.USUAL,
          e.occurredAt(),
          e.occurredAt());
    }
    if (view == null) {
      throw new IllegalStateException(
          "Merchant "
              + event.merchantId()
              + " is not known here. Maybe its first event is parked.");
    }
    return switch (event) {
      case MerchantRegistered _ -> view;
      case ProfileRevised e ->
          with(view, e, e.profile(), view.prepTime(), view.open(), view.menu());
      case ProductListed e -> menu(view, e, Menus.listed(view.menu(), e.product()));
      case ProductDelisted e -> menu(view, e, Menus.delisted(view.menu(), e.productId()));
      case MerchantOpened e -> with(view, e, view.profile(), view.prepTime(), true, view.menu());
      case MerchantClosed e -> with(view, e, view.profile(), view.prepTime(), false, view.menu());
      case PrepTimeChanged e ->
          with(view, e, view.profile(), e.prepTime(), view.open(), view.menu());
      case TaxRateChanged e -> priced(view, e, e.basisPoints(), view.days());
      case TimeZoneChanged e ->
          priced(view, e, view.taxBasisPoints(), view.days().changed(e.from(), e.timeZone()));
      case VoucherOffered _, VoucherWithdrawn _, VoucherRedeemed _, VoucherReleased _ -> view;
    };
  }

  private static MerchantView menu(MerchantView view, MerchantEvent event, List<Product> menu) {
    return with(view, event, view.profile(), view.prepTime(), view.open(), menu);
  }

  private static MerchantView with(
      MerchantView view,
      MerchantEvent event,
      MerchantProfile profile,
      Duration prepTime,
      boolean open,
      List<Product> menu) {
    return new MerchantView(
        view.merchantId(),
        profile,
        view.deliveryFee(),
        prepTime,
        open,
        menu,
        view.taxBasisPoints(),
        view.days(),
        view.registeredAt(),
        event.occurredAt());
  }

  private static MerchantView priced(
      MerchantView view, MerchantEvent event, int taxBasisPoints, BusinessDays days) {
    return new MerchantView(
        view.merchantId(),
        view.profile(),
        view.deliveryFee(),
        view.prepTime(),
        view.open(),
        view.menu(),
        taxBasisPoints,
        days,
        view.registeredAt(),
        event.occurredAt());
  }
}
