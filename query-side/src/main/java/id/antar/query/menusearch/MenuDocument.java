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
import id.antar.api.review.Rating;
import id.antar.api.review.ReviewEvent;
import id.antar.api.review.ReviewEvent.ReviewAnswered;
import id.antar.api.review.ReviewEvent.ReviewHidden;
import id.antar.api.review.ReviewEvent.ReviewRevised;
import id.antar.api.review.ReviewEvent.ReviewWritten;
import id.antar.query.projection.Menus;
import id.antar.query.search.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a menu can be found by.
///
/// @param words everything that is written on it, so that words may be spread over merchant and
///   products
/// @param ratings how many reviews there are of each rating, from 1 to 5
/// @param ratingHundredths their mean, 0 without any
record MenuDocument(
    MerchantId merchantId,
    String name,
    String description,
    boolean open,
    Place location,
    List<Product> products,
    List<String> words,
    List<Integer> ratings,
    int ratingHundredths) {

  MenuDocument {
    products = List.copyOf(products);
    words = List.copyOf(words);
    ratings = ratings == null ? Rating.NONE.histogram() : List.copyOf(ratings);
  }

  /// A merchant whose beginning is not here stays absent.
  static @Nullable MenuDocument evolve(@Nullable MenuDocument document, MerchantEvent event) {
    if (event instanceof MerchantRegistered e) {
      return of(e.merchantId(), e.profile(), false, List.of(), Rating.NONE);
    }
    return document == null ? null : document.evolve(event);
  }

  MenuDocument evolve(ReviewEvent event) {
    Rating before = rating();
    return rated(
        switch (event) {
          case ReviewWritten e -> before.with(e.opinion().rating(), 1);
          case ReviewRevised e -> before.with(e.formerRating(), -1).with(e.opinion().rating(), 1);
          case ReviewAnswered _ -> before;
          case ReviewHidden e -> before.with(e.formerRating(), -1);
        });
  }

  private Rating rating() {
    return Rating.of(ratings);
  }

  private MenuDocument evolve(MerchantEvent event) {
    return switch (event) {
      case MerchantRegistered _, PrepTimeChanged _, TaxRateChanged _, TimeZoneChanged _ -> this;
      case VoucherOffered _, VoucherWithdrawn _, VoucherRedeemed _, VoucherReleased _ -> this;
      case ProfileRevised e -> of(merchantId, e.profile(), open, products, rating());
      case ProductListed e -> withMenu(Menus.listed(products, e.product()));
      case ProductDelisted e -> withMenu(Menus.delisted(products, e.productId()));
      case MerchantOpened _ -> opened(true);
      case MerchantClosed _ -> opened(false);
    };
  }

  private static MenuDocument of(
      MerchantId id, MerchantProfile profile, boolean open, List<Product> products, Rating rating) {
    return new MenuDocument(
        id,
        profile.name(),
        profile.description(),
        open,
        Place.of(profile.location()),
        products,
        words(profile.name(), profile.description(), products),
        rating.histogram(),
        hundredths(rating));
  }

  private static int hundredths(Rating rating) {
    return rating.meanHundredths() == null ? 0 : rating.meanHundredths();
  }

  private MenuDocument withMenu(List<Product> menu) {
    return new MenuDocument(
        merchantId,
        name,
        description,
        open,
        location,
        menu,
        words(name, description, menu),
        ratings,
        ratingHundredths);
  }

  private MenuDocument opened(boolean nowOpen) {
    return new MenuDocument(
        merchantId,
        name,
        description,
        nowOpen,
        location,
        products,
        words,
        ratings,
        ratingHundredths);
  }

  private MenuDocument rated(Rating rating) {
    return new MenuDocument(
        merchantId,
        name,
        description,
        open,
        location,
        products,
        words,
        rating.histogram(),
        hundredths(rating));
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
