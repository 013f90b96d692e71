package id.antar.gateway.merchant;

import id.antar.api.merchant.MerchantCommand.ChangeTaxRate;
import id.antar.api.merchant.MerchantCommand.ChangeTimeZone;
import id.antar.api.merchant.MerchantCommand.OfferVoucher;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.Voucher;
import id.antar.api.money.Money;
import id.antar.gateway.edge.request.TimeZones;
import id.antar.gateway.edge.request.Timed;
import id.antar.gateway.edge.request.Valid;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What merchants send about their prices.
final class PriceRequests {

  private PriceRequests() {}

  /// @param basisPoints hundredths of a per cent
  record TaxRate(int basisPoints, @Nullable Instant occurredAt) implements Timed {

    ChangeTaxRate toCommand(MerchantId id, Instant at) {
      return new ChangeTaxRate(id, basisPoints, at);
    }
  }

  record TimeZone(String timeZone) {

    ChangeTimeZone toCommand(MerchantId id, Instant at) {
      return new ChangeTimeZone(id, TimeZones.of("timeZone", timeZone), at);
    }
  }

  /// @param validFrom at once if absent
  record Offer(
      String code,
      @Nullable Integer basisPoints,
      @Nullable Money amount,
      @Nullable Money minimum,
      @Nullable Instant validFrom,
      Instant validUntil,
      int uses,
      @Nullable Instant occurredAt)
      implements Timed {

    OfferVoucher toCommand(MerchantId id, Instant at) {
      Voucher voucher =
          Valid.of(
              Voucher.class,
              "",
              () ->
                  new Voucher(
                      Voucher.codeOf(code),
                      Objects.requireNonNullElse(basisPoints, 0),
                      amount,
                      minimum,
                      Objects.requireNonNullElse(validFrom, at),
                      validUntil,
                      uses));
      return new OfferVoucher(id, voucher, at);
    }
  }
}
