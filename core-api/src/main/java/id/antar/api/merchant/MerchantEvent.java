package id.antar.api.merchant;

import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Facts about one merchant and its menu.
public sealed interface MerchantEvent {
  MerchantId merchantId();

  Instant occurredAt();

  record MerchantRegistered(
      MerchantId merchantId,
      MerchantProfile profile,
      Money deliveryFee,
      Duration prepTime,
      Instant occurredAt)
      implements MerchantEvent {}

  record ProfileRevised(MerchantId merchantId, MerchantProfile profile, Instant occurredAt)
      implements MerchantEvent {}

  /// The product is on the menu as given, new or revised.
  record ProductListed(MerchantId merchantId, Product product, Instant occurredAt)
      implements MerchantEvent {}

  record ProductDelisted(MerchantId merchantId, ProductId productId, Instant occurredAt)
      implements MerchantEvent {}

  record MerchantOpened(MerchantId merchantId, Instant occurredAt) implements MerchantEvent {}

  record MerchantClosed(MerchantId merchantId, Instant occurredAt) implements MerchantEvent {}

  record PrepTimeChanged(MerchantId merchantId, Duration prepTime, Instant occurredAt)
      implements MerchantEvent {}

  /// @param basisPoints of the items after the discount, in hundredths of a per cent
  record TaxRateChanged(MerchantId merchantId, int basisPoints, Instant occurredAt)
      implements MerchantEvent {}

  /// Where the merchant's days begin and end.
  ///
  /// @param from the first day that is the new zone's
  record TimeZoneChanged(MerchantId merchantId, ZoneId timeZone, LocalDate from, Instant occurredAt)
      implements MerchantEvent {}

  record VoucherOffered(MerchantId merchantId, Voucher voucher, Instant occurredAt)
      implements MerchantEvent {}

  record VoucherWithdrawn(MerchantId merchantId, String code, Instant occurredAt)
      implements MerchantEvent {}

  /// An order was placed with it.
  record VoucherRedeemed(
      MerchantId merchantId, String code, OrderId orderId, Money discount, Instant occurredAt)
      implements MerchantEvent {}

  /// The order that it was redeemed for came to nothing, so another one can use it.
  record VoucherReleased(MerchantId merchantId, String code, OrderId orderId, Instant occurredAt)
      implements MerchantEvent {}
}
