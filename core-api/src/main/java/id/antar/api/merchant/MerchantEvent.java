package id.antar.api.merchant;

import id.antar.api.money.Money;
import java.time.Duration;
import java.time.Instant;

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
}
