package id.antar.api.order;

/// A side of an order, whoever it is.
public enum Side {
  CUSTOMER,
  MERCHANT,
  COURIER,
  OPERATOR,
  ENGINE
}
