package id.antar.gateway.merchant;

import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantCommand.ChangePrepTime;
import id.antar.api.merchant.MerchantCommand.ListProduct;
import id.antar.api.merchant.MerchantCommand.RegisterMerchant;
import id.antar.api.merchant.MerchantCommand.ReviseProfile;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantProfile;
import id.antar.api.merchant.Product;
import id.antar.api.merchant.ProductId;
import id.antar.api.money.Money;
import id.antar.gateway.edge.request.Timed;
import id.antar.gateway.edge.request.Valid;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What merchants send.
final class MerchantRequests {

  private MerchantRequests() {}

  record Registration(
      @Nullable MerchantId merchantId,
      String name,
      @Nullable String description,
      @Nullable String phone,
      @Nullable String address,
      GeoPoint location,
      Money deliveryFee,
      Duration prepTime,
      @Nullable Instant occurredAt)
      implements Timed {

    RegisterMerchant toCommand(MerchantId id, Instant at) {
      return new RegisterMerchant(
          id, profile(name, description, phone, address, location), deliveryFee, prepTime, at);
    }
  }

  record Profile(
      String name,
      @Nullable String description,
      @Nullable String phone,
      @Nullable String address,
      GeoPoint location,
      @Nullable Instant occurredAt)
      implements Timed {

    ReviseProfile toCommand(MerchantId id, Instant at) {
      return new ReviseProfile(id, profile(name, description, phone, address, location), at);
    }
  }

  record Listing(
      String name,
      @Nullable String description,
      Money price,
      @Nullable String imageUrl,
      @Nullable Boolean available,
      @Nullable Instant occurredAt)
      implements Timed {

    ListProduct toCommand(MerchantId id, ProductId productId, Instant at) {
      Product product =
          Valid.of(
              Product.class,
              "",
              () ->
                  new Product(
                      productId,
                      name,
                      orBlank(description),
                      price,
                      orBlank(imageUrl),
                      !Boolean.FALSE.equals(available)));
      return new ListProduct(id, product, at);
    }
  }

  record PrepTime(Duration prepTime, @Nullable Instant occurredAt) implements Timed {

    ChangePrepTime toCommand(MerchantId id, Instant at) {
      return new ChangePrepTime(id, prepTime, at);
    }
  }

  private static MerchantProfile profile(
      String name,
      @Nullable String description,
      @Nullable String phone,
      @Nullable String address,
      GeoPoint location) {
    return Valid.of(
        MerchantProfile.class,
        "",
        () ->
            new MerchantProfile(
                name, orBlank(description), orBlank(phone), orBlank(address), location));
  }

  private static String orBlank(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
