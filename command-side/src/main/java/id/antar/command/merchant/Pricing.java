package id.antar.command.merchant;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.merchant.MerchantCommand.ChangeTaxRate;
import id.antar.api.merchant.MerchantCommand.ChangeTimeZone;
import id.antar.api.merchant.MerchantCommand.OfferVoucher;
import id.antar.api.merchant.MerchantCommand.WithdrawVoucher;
import id.antar.api.merchant.MerchantEvent;
import id.antar.api.merchant.MerchantEvent.TaxRateChanged;
import id.antar.api.merchant.MerchantEvent.TimeZoneChanged;
import id.antar.api.merchant.MerchantEvent.VoucherOffered;
import id.antar.api.merchant.MerchantEvent.VoucherWithdrawn;
import id.antar.api.merchant.MerchantRejection.CurrencyMismatch;
import id.antar.api.merchant.MerchantRejection.TaxRateOutOfRange;
import id.antar.api.merchant.MerchantRejection.TooManyVouchers;
import id.antar.api.merchant.MerchantRejection.UnknownVoucher;
import id.antar.api.merchant.MerchantRejection.VoucherAlreadyOffered;
import id.antar.api.merchant.Voucher;
import id.antar.api.money.Money;
import id.antar.command.decider.Decision;
import id.antar.command.merchant.MerchantState.Registered;
import id.antar.command.merchant.Vouchers.Standing;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/// What is added to a merchant's prices and taken off them.
final class Pricing {

  private static final int HIGHEST_TAX = 5_000;

  /// A day in UTC that is so far ahead has not begun anywhere.
  private static final int DAYS_AHEAD = 2;

  private Pricing() {}

  static Decision<MerchantEvent> changeTaxRate(Registered merchant, ChangeTaxRate c) {
    if (c.basisPoints() < 0 || c.basisPoints() > HIGHEST_TAX) {
      return reject(new TaxRateOutOfRange(c.basisPoints()));
    }
    return merchant.prices().taxBasisPoints() == c.basisPoints()
        ? satisfied()
        : accept(new TaxRateChanged(c.merchantId(), c.basisPoints(), c.occurredAt()));
  }

  static Decision<MerchantEvent> changeTimeZone(Registered merchant, ChangeTimeZone c) {
    LocalDate from = LocalDate.ofInstant(c.occurredAt(), ZoneOffset.UTC).plusDays(DAYS_AHEAD);
    return merchant.prices().timeZone().equals(c.timeZone())
        ? satisfied()
        : accept(new TimeZoneChanged(c.merchantId(), c.timeZone(), from, c.occurredAt()));
  }

  static Decision<MerchantEvent> offer(Registered merchant, OfferVoucher c) {
    Voucher voucher = c.voucher();
    Vouchers vouchers = merchant.prices().vouchers();
    Optional<Standing> known = vouchers.find(voucher.code());
    if (known.isPresent()) {
      return known.get().voucher().equals(voucher)
          ? satisfied()
          : reject(new VoucherAlreadyOffered(voucher.code()));
    }
    Optional<String> foreign = foreignCurrency(merchant, voucher);
    if (foreign.isPresent()) {
      return reject(new CurrencyMismatch(merchant.currency(), foreign.get()));
    }
    return vouchers.running(c.occurredAt()) >= Vouchers.LIMIT
        ? reject(new TooManyVouchers(Vouchers.LIMIT))
        : accept(new VoucherOffered(c.merchantId(), voucher, c.occurredAt()));
  }

  static Decision<MerchantEvent> withdraw(Registered merchant, WithdrawVoucher c) {
    Optional<Standing> known = merchant.prices().vouchers().find(c.code());
    if (known.isEmpty()) {
      return reject(new UnknownVoucher(c.merchantId(), c.code()));
    }
    return known.get().withdrawn()
        ? satisfied()
        : accept(new VoucherWithdrawn(c.merchantId(), c.code(), c.occurredAt()));
  }

  private static Optional<String> foreignCurrency(Registered merchant, Voucher voucher) {
    return Stream.of(Optional.ofNullable(voucher.amount()), Optional.ofNullable(voucher.minimum()))
        .flatMap(Optional::stream)
        .map(Money::currency)
        .filter(currency -> !currency.equals(merchant.currency()))
        .findFirst();
  }
}
