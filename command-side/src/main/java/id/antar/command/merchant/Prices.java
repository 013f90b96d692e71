package id.antar.command.merchant;

import id.antar.api.merchant.BusinessDays;
import java.time.ZoneId;

/// How a merchant prices, besides its menu.
record Prices(int taxBasisPoints, ZoneId timeZone, Vouchers vouchers) {

  /// Untaxed, in Jakarta.
  static Prices usual() {
    return new Prices(0, BusinessDays.USUAL_ZONE, Vouchers.none());
  }

  Prices withTax(int basisPoints) {
    return new Prices(basisPoints, timeZone, vouchers);
  }

  Prices in(ZoneId zone) {
    return new Prices(taxBasisPoints, zone, vouchers);
  }

  Prices with(Vouchers changed) {
    return new Prices(taxBasisPoints, timeZone, changed);
  }
}
