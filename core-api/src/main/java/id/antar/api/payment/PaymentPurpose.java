package id.antar.api.payment;

/// What a payment is for.
public enum PaymentPurpose {
  /// What an order costs.
  ORDER,
  /// A tip to the courier after the order was delivered.
  TIP
}
