package id.antar.infra.payment;

/// Who can move the money.
enum PaymentProvider {
  SANDBOX,
  MIDTRANS,
  XENDIT
}
