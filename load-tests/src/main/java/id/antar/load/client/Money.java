package id.antar.load.client;

import java.util.Locale;

/// An amount in minor units with its currency.
public record Money(long minor, String currency) {

  public static final String EUR = "EUR";

  public static Money euros(long minor) {
    return new Money(minor, EUR);
  }

  /// For people.
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f %s", minor / 100.0, currency);
  }
}
