package id.antar.load.webhook;

/// What becomes of a payment, and how its part has to stand in the end: the model.
enum Fate {
  /// Paid without the customer.
  AT_ONCE(0.10, "captured"),
  /// The customer pays after a while.
  PAID(0.50, "captured"),
  REFUSED(0.12, "failed"),
  EXPIRED(0.08, "expired"),
  /// Nothing has happened, whatever forged deliveries say.
  UNTOUCHED(0.20, "pending");

  private final double share;
  private final String part;

  Fate(double share, String part) {
    this.share = share;
    this.part = part;
  }

  String part() {
    return part;
  }

  /// Whether something happens after the order was placed.
  boolean changes() {
    return this != AT_ONCE && this != UNTOUCHED;
  }

  /// @param place within 0 and 1
  static Fate at(double place) {
    double below = 0;
    for (Fate fate : values()) {
      below += fate.share;
      if (place < below) {
        return fate;
      }
    }
    return UNTOUCHED;
  }
}
