package id.antar.api.payment;

public enum PaymentStatus {
  PENDING,
  COMPLETED,
  FAILED,
  CANCELLED,
  REFUND_PENDING,
  REFUNDED
}
