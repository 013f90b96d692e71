package id.antar.api.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// An amount in minor units (cents) of an ISO 4217 currency. Never a floating-point number.
public record Money(long minor, String currency) {

  /// The most that anybody can ask for, in minor units: what is summed and shared of such amounts
  /// stays exact.
  public static final long MOST = 10_000_000_000_000L;

  private static final int WHOLE = 10_000;

  public Money {
    Currency.getInstance(currency);
  }

  public static Money of(long minor, String currency) {
    return new Money(minor, currency);
  }

  public static Money zero(String currency) {
    return new Money(0, currency);
  }

  public Money plus(Money other) {
    requireSameCurrency(other);
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  public Money minus(Money other) {
    requireSameCurrency(other);
    return new Money(Math.subtractExact(minor, other.minor), currency);
  }

  public Money times(int factor) {
    return new Money(Math.multiplyExact(minor, (long) factor), currency);
  }

  /// A share of it, rounded half up to the minor unit: a half goes towards the greater amount, as
  /// in 0.5 to 1 and -0.5 to 0. No amount is too large for it.
  ///
  /// @param basisPoints hundredths of a per cent, 0 to 10,000
  public Money share(int basisPoints) {
    if (basisPoints < 0 || basisPoints > WHOLE) {
      throw new IllegalArgumentException("basisPoints is not within 0 and " + WHOLE + ".");
    }
    BigDecimal exact = BigDecimal.valueOf(minor).multiply(BigDecimal.valueOf(basisPoints, 4));
    BigDecimal half = new BigDecimal("0.5");
    return new Money(exact.add(half).setScale(0, RoundingMode.FLOOR).longValueExact(), currency);
  }

  /// @param name of the amount, for the refusal
  /// @throws IllegalArgumentException if it is further from zero than [#MOST]
  public Money requireAtMost(String name) {
    if (!isWithinMost()) {
      throw new IllegalArgumentException(name + " (" + minor + ") is not within " + MOST + ".");
    }
    return this;
  }

  public boolean isWithinMost() {
    return minor >= -MOST && minor <= MOST;
  }

  public boolean isNegative() {
    return minor < 0;
  }

  private void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "The currencies (" + currency + ", " + other.currency + ") differ.");
    }
  }
}
