package id.antar.api.payment;

public enum PaymentMethod {
  CARD,
  E_WALLET,
  BANK_TRANSFER,
  /// Paid to the courier at the door.
  CASH;

  public boolean isPrepaid() {
    return this != CASH;
  }
}
