package id.antar.api.order;

/// What the public is told of an order: six words, however fine the events below them are.
public enum OrderStatus {
  PENDING,
  CONFIRMED,
  PREPARING,
  ON_DELIVERY,
  DELIVERED,
  CANCELLED
}
