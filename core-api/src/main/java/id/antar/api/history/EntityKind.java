package id.antar.api.history;

import java.util.Locale;

/// What can be looked at as it was.
public enum EntityKind {
  ORDER,
  ASSIGNMENT,
  COURIER,
  PAYMENT,
  MERCHANT,
  CUSTOMER;

  /// As aggregates and views are called.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
