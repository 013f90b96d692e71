package id.antar.gateway.merchant;

import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantProfile;
import id.antar.api.merchant.MerchantQuery.MerchantPage;
import id.antar.api.merchant.MerchantView;
import id.antar.api.merchant.Product;
import id.antar.api.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How merchants are shown.
final class MerchantAnswers {

  private MerchantAnswers() {}

  record Registered(MerchantId merchantId) {}

  record Merchant(
      MerchantId merchantId,
      String name,
      String description,
      String phone,
      String address,
      GeoPoint location,
      Money deliveryFee,
      Duration prepTime,
      boolean open,
      List<Product> menu,
      Instant registeredAt,
      Instant changedAt) {

    static Merchant of(MerchantView view) {
      MerchantProfile profile = view.profile();
      return new Merchant(
          view.merchantId(),
          profile.name(),
          profile.description(),
          profile.phone(),
          profile.address(),
          profile.location(),
          view.deliveryFee(),
          view.prepTime(),
          view.open(),
          view.menu(),
          view.registeredAt(),
          view.changedAt());
    }
  }

  record Page(List<Merchant> merchants, @Nullable String nextCursor) {

    static Page of(MerchantPage page) {
      return new Page(page.merchants().stream().map(Merchant::of).toList(), page.nextCursor());
    }
  }
}
