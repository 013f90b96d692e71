package id.antar.query.menusearch;

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
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantProfile;
import id.antar.api.merchant.Product;
import id.antar.query.projection.Menus;
import id.antar.query.search.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a menu can be found by.
///
/// @param words everything that is written on it, so that words may be spread over merchant and
///   products
record MenuDocument(
    MerchantId merchantId,
    String name,
    String description,
    boolean open,
    Place location,
    List<Product> products,
    List<String> words) {

  MenuDocument {
    products = List.copyOf(products);
    words = List.copyOf(words);
  }

  /// A merchant whose beginning is not here stays absent.
  static @Nullable MenuDocument evolve(@Nullable MenuDocument document, MerchantEvent event) {
    if (event instanceof MerchantRegistered e) {
      return of(e.merchantId(), e.profile(), false, List.of());
    }
    return document == null ? null : document.evolve(event);
  }

  private MenuDocument evolve(MerchantEvent event) {
    return switch (event) {
      case MerchantRegistered _, PrepTimeChanged _, TaxRateChanged _, TimeZoneChanged _ -> this;
      case VoucherOffered _, VoucherWithdrawn _, VoucherRedeemed _, VoucherReleased _ -> this;
      case ProfileRevised e -> of(merchantId, e.profile(), open, products);
      case ProductListed e -> withMenu(Menus.listed(products, e.product()));
      case ProductDelisted e -> withMenu(Menus.delisted(products, e.productId()));
      case MerchantOpened _ -> opened(true);
      case MerchantClosed _ -> opened(false);
    };
  }

  private static MenuDocument of(
      MerchantId id, MerchantProfile profile, boolean open, List<Product> products) {
    return new MenuDocument(
        id,
        profile.name(),
        profile.description(),
        open,
        Place.of(profile.location()),
        products,
        words(profile.name(), profile.description(), products));
  }

  private MenuDocument withMenu(List<Product> menu) {
    return new MenuDocument(
        merchantId, name, description, open, location, menu, words(name, description, menu));
  }

  private MenuDocument opened(boolean nowOpen) {
    return new MenuDocument(merchantId, name, description, nowOpen, location, products, words);
  }

  private static List<String> words(String name, String description, List<Product> menu) {
    List<String> words = new ArrayList<>(List.of(name, description));
    for (Product product : menu) {
      words.add(product.name());
      words.add(product.description());
    }
    return words;
  }
}
