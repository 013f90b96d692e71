package id.antar.api.merchant;

import id.antar.api.money.Money;
import java.time.Duration;
import java.time.Instant;

/// What can be asked of a merchant's record.
public sealed interface MerchantCommand {
  MerchantId merchantId();

  Instant occurredAt();

  record RegisterMerchant(
      MerchantId merchantId,
      MerchantProfile profile,
      Money deliveryFee,
      Duration prepTime,
      Instant occurredAt)
      implements MerchantCommand {}

  record ReviseProfile(MerchantId merchantId, MerchantProfile profile, Instant occurredAt)
      implements MerchantCommand {}

  /// Puts a product on the menu, or replaces what the menu says of it.
  record ListProduct(MerchantId merchantId, Product product, Instant occurredAt)
      implements MerchantCommand {}

  record DelistProduct(MerchantId merchantId, ProductId productId, Instant occurredAt)
      implements MerchantCommand {}

  record OpenMerchant(MerchantId merchantId, Instant occurredAt) implements MerchantCommand {}

  record CloseMerchant(MerchantId merchantId, Instant occurredAt) implements MerchantCommand {}

  /// How long the kitchen usually needs from confirmation to ready.
  record ChangePrepTime(MerchantId merchantId, Duration prepTime, Instant occurredAt)
      implements MerchantCommand {}
}
