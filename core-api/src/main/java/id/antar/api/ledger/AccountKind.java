package id.antar.api.ledger;

import java.util.Locale;

/// What an account is about. A debit is positive, a credit negative.
public enum AccountKind {
  /// What is still to be paid for one order (debit) or was paid too much (credit); the holder is
  /// the order.
  CUSTOMER,
  /// What the platform owes a merchant (credit).
  MERCHANT,
  /// What the platform owes a courier (credit).
  COURIER,
  /// What the platform earned (credit) and gave away (debit); the holder says by what.
  PLATFORM,
  /// Tax that was taken for a merchant's sales and is owed to the state (credit); the holder is the
  /// merchant.
  TAX,
  /// What payment providers hold for the platform (debit); the holder is the payment method.
  GATEWAY,
  /// Cash in a courier's hands (debit); the holder is the courier.
  CASH,
  /// Cash that was handed in (debit).
  OFFICE,
  /// The platform's bank account (debit).
  BANK;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
