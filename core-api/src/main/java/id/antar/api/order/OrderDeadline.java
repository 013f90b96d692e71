package id.antar.api.order;

/// What an order does not wait for beyond a time.
public enum OrderDeadline {
  /// The merchant's yes or no.
  CONFIRMATION,
  /// A courier who takes a confirmed order.
  COURIER,
  /// Its end, whatever has become of it.
  LIFETIME
}
