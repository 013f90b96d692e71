package id.antar.load.webhook;

/// One order's payment.
record Payment(String orderId, String paymentId, Fate fate) {

  /// Of the first attempt at its only part.
  String chargeId() {
    return paymentId + "-1-1";
  }
}
