package id.antar.gateway.merchant;

import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantProfile;
import id.antar.api.merchant.MerchantQuery.MenuHit;
import id.antar.api.merchant.MerchantQuery.MenuHits;
import id.antar.api.merchant.MerchantQuery.MerchantPage;
import id.antar.api.merchant.MerchantView;
import id.antar.api.merchant.Product;
import id.antar.api.money.Money;
import id.antar.api.review.Rating;
import id.antar.api.search.IndexState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
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
      int taxBasisPoints,
      String timeZone,
      Rating rating,
      Instant registeredAt,
      Instant changedAt) {

    static Merchant of(MerchantView view, Rating rating) {
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
          view.taxBasisPoints(),
          view.days().latestZone().getId(),
          rating,
          view.registeredAt(),
          view.changedAt());
    }
  }

  record Page(List<Merchant> merchants, @Nullable String nextCursor) {

    static Page of(MerchantPage page, Function<MerchantId, Rating> ratings) {
      return new Page(
          page.merchants().stream()
              .map(view -> Merchant.of(view, ratings.apply(view.merchantId())))
              .toList(),
          page.nextCursor());
    }
  }

  /// A merchant with the products that matched.
  record Hit(
      MerchantId merchantId,
      String name,
      boolean open,
      GeoPoint location,
      @Nullable Integer distanceMetres,
      Rating rating,
      List<Product> products) {

    static Hit of(MenuHit hit, Rating rating) {
      return new Hit(
          hit.merchantId(),
          hit.name(),
          hit.open(),
          hit.location(),
          hit.distanceMetres(),
          rating,
          hit.products());
    }
  }

  record Hits(List<Hit> hits, long total, @Nullable String nextCursor, IndexState index) {

    static Hits of(MenuHits found, Function<MerchantId, Rating> ratings) {
      return new Hits(
          found.hits().stream().map(hit -> Hit.of(hit, ratings.apply(hit.merchantId()))).toList(),
          found.total(),
          found.nextCursor(),
          found.index());
    }
  }
}
