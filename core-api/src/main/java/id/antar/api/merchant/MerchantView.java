package id.antar.api.merchant;

import id.antar.api.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A merchant with its menu, for reading.
///
/// @param taxBasisPoints tax on the items after the discount, in hundredths of a per cent
public record MerchantView(
    MerchantId merchantId,
    MerchantProfile profile,
    Money deliveryFee,
    Duration prepTime,
    boolean open,
    List<Product> menu,
    int taxBasisPoints,
    BusinessDays days,
    Instant registeredAt,
    Instant changedAt) {

  public MerchantView {
    menu = List.copyOf(menu);
  }
}
