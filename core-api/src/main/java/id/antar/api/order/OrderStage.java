package id.antar.api.order;

/// How far an order is, in the engine's own terms, and which public status that is.
public enum OrderStage {
  PLACED(OrderStatus.PENDING),
  SUBMITTED(OrderStatus.PENDING),
  CONFIRMED(OrderStatus.CONFIRMED),
  PREPARING(OrderStatus.PREPARING),
  READY(OrderStatus.PREPARING),
  PICKED_UP(OrderStatus.ON_DELIVERY),
  DELIVERED(OrderStatus.DELIVERED),
  CANCELLED(OrderStatus.CANCELLED),
  /// The courier has the food and nobody took it; it is on its way back.
  DELIVERY_FAILED(OrderStatus.CANCELLED),
  RETURNED(OrderStatus.CANCELLED);

  private final OrderStatus status;

  OrderStage(OrderStatus status) {
    this.status = status;
  }

  public OrderStatus status() {
    return status;
  }

  /// Nothing can happen to the order any more.
  public boolean isFinal() {
    return this == DELIVERED || this == CANCELLED || this == RETURNED;
  }
}
