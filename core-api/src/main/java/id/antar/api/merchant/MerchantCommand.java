package id.antar.api.merchant;

import id.antar.api.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

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
      implements MerchantCommand {
    public RegisterMerchant {
      var _ = deliveryFee.requireAtMost("deliveryFee");
    }
  }

  record ReviseProfile(MerchantId merchantId, MerchantProfile profile, Instant occurredAt)
      implements MerchantCommand {}

  /// Puts a product on the menu, or replaces what the menu says of it.
  record ListProduct(MerchantId merchantId, Product product, Instant occurredAt)
      implements MerchantCommand {
    public ListProduct {
      var _ = product.price().requireAtMost("price");
    }
  }

  record DelistProduct(MerchantId merchantId, ProductId productId, Instant occurredAt)
      implements MerchantCommand {}

  record OpenMerchant(MerchantId merchantId, Instant occurredAt) implements MerchantCommand {}

  record CloseMerchant(MerchantId merchantId, Instant occurredAt) implements MerchantCommand {}

  /// How long the kitchen usually needs from confirmation to ready.
  record ChangePrepTime(MerchantId merchantId, Duration prepTime, Instant occurredAt)
      implements MerchantCommand {}

  /// Orders that are placed from now on are taxed so.
  record ChangeTaxRate(MerchantId merchantId, int basisPoints, Instant occurredAt)
      implements MerchantCommand {}

  /// Days that have begun stay as they are. `occurredAt` is the engine's clock.
  record ChangeTimeZone(MerchantId merchantId, ZoneId timeZone, Instant occurredAt)
      implements MerchantCommand {}

  record OfferVoucher(MerchantId merchantId, Voucher voucher, Instant occurredAt)
      implements MerchantCommand {}

  /// No further order can use it.
  record WithdrawVoucher(MerchantId merchantId, String code, Instant occurredAt)
      implements MerchantCommand {}
}
