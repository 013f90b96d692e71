package id.antar.infra.payment.http;

import id.antar.api.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// Amounts as providers write them: in major units, and rupiah without cents, although ISO 4217 has
/// two digits for them. Exact in both directions.
public final class MajorUnits {
  private static final String RUPIAH = "IDR";

  private MajorUnits() {}

  /// @throws ArithmeticException for a part of a rupiah
  public static BigDecimal of(Money money) {
    BigDecimal major = exact(money);
    return money.currency().equals(RUPIAH) ? major.setScale(0, RoundingMode.UNNECESSARY) : major;
  }

  public static boolean canWrite(Money money) {
    return !money.currency().equals(RUPIAH) || exact(money).stripTrailingZeros().scale() <= 0;
  }

  private static BigDecimal exact(Money money) {
    return BigDecimal.valueOf(money.minor(), digits(money.currency()));
  }

  /// @throws ArithmeticException for less than a minor unit
  public static Money money(BigDecimal major, String currency) {
    return Money.of(major.movePointRight(digits(currency)).longValueExact(), currency);
  }

  private static int digits(String currency) {
    return Currency.getInstance(currency).getDefaultFractionDigits();
  }
}
