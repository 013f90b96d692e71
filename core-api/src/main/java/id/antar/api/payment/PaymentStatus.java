package id.antar.api.payment;

/// Where a payment stands, in the engine's own terms, and the shorter words that others use for it.
public enum PaymentStatus {
  /// Nobody was asked for it yet.
  REQUESTED("pending", "pending"),
  /// A provider waits for the customer, or a part has failed and may be tried again.
  PENDING("pending", "pending"),
  /// All that is paid before the door is reserved or here; cash may be outstanding.
  AUTHORISED("pending", "pending"),
  COMPLETED("completed", "paid"),
  FAILED("failed", "failed"),
  EXPIRED("failed", "failed"),
  CANCELLED("failed", "failed"),
  REFUND_PENDING("completed", "paid"),
  PARTLY_REFUNDED("completed", "paid"),
  REFUNDED("completed", "refunded"),
  CHARGED_BACK("failed", "refunded");

  private final String outcome;
  private final String pointOfSale;

  PaymentStatus(String outcome, String pointOfSale) {
    this.outcome = outcome;
    this.pointOfSale = pointOfSale;
  }

  /// pending, completed or failed.
  public String outcome() {
    return outcome;
  }

  /// pending, paid, failed or refunded.
  public String pointOfSale() {
    return pointOfSale;
  }
}
