package id.antar.command.merchant;

import id.antar.api.merchant.Voucher;
import id.antar.api.money.Money;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A merchant's vouchers, those that are over too: a code is never given twice.
record Vouchers(Map<String, Standing> byCode) {

  static final int LIMIT = 100;

  Vouchers {
    byCode = Map.copyOf(byCode);
  }

  record Standing(Voucher voucher, int redeemed, boolean withdrawn) {

    boolean isOver(Instant now) {
      return withdrawn || redeemed >= voucher.uses() || !now.isBefore(voucher.validUntil());
    }
  }

  static Vouchers none() {
    return new Vouchers(Map.of());
  }

  Optional<Standing> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  long running(Instant now) {
    return byCode.values().stream().filter(it -> !it.isOver(now)).count();
  }

  /// What the code takes off these items now; empty if it is not valid for them, or would be used
  /// up for nothing.
  Optional<Money> findDiscount(String code, Money items, Instant now) {
    return find(code)
        .filter(it -> !it.isOver(now) && !now.isBefore(it.voucher().validFrom()))
        .map(Standing::voucher)
        .filter(it -> it.minimum() == null || items.minor() >= it.minimum().minor())
        .map(it -> it.off(items))
        .filter(off -> off.minor() > 0);
  }

  Vouchers with(Voucher voucher) {
    return put(voucher.code(), new Standing(voucher, 0, false));
  }

  Vouchers redeemed(String code) {
    return change(code, it -> new Standing(it.voucher(), it.redeemed() + 1, it.withdrawn()));
  }

  Vouchers released(String code) {
    return change(code, it -> new Standing(it.voucher(), it.redeemed() - 1, it.withdrawn()));
  }

  Vouchers without(String code) {
    return change(code, it -> new Standing(it.voucher(), it.redeemed(), true));
  }

  private Vouchers change(String code, UnaryOperator<Standing> change) {
    return put(code, change.apply(find(code).orElseThrow()));
  }

  private Vouchers put(String code, Standing standing) {
    Map<String, Standing> next = new HashMap<>(byCode);
    next.put(code, standing);
    return new Vouchers(next);
  }
}
