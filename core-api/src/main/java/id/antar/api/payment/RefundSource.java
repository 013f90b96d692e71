package id.antar.api.payment;

/// Whose money it is that goes back.
public enum RefundSource {
  /// What the provider holds of the charge.
  PROVIDER,
  /// Cash, paid out by hand.
  OFFICE,
  /// The platform's bank account, by a transfer made by hand.
  BANK;

  public boolean isByHand() {
    return this != PROVIDER;
  }
}
