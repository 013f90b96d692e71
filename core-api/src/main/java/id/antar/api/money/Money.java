package id.antar.api.money;

import java.util.Currency;

/// An amount in minor units (cents) of an ISO 4217 currency. Never a floating-point number.
public record Money(long minor, String currency) {

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
