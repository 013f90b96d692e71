package id.antar.gateway.stream.fact;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.api.order.OrderEvent.DeliveredThoughOff;
import id.antar.api.order.OrderEvent.DeliveryFailed;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPaid;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderPinned;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.OrderReturned;
import id.antar.api.order.OrderEvent.OrderSettled;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderEvent.OrderUnpinned;
import id.antar.api.order.OrderEvent.PreparationStarted;
import id.antar.api.order.OrderEvent.ReadyTimeChanged;
import id.antar.api.order.OrderEvent.TipFailed;
import id.antar.api.order.OrderEvent.TipGiven;
import id.antar.api.order.OrderEvent.TipPaid;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderStage;
import org.jspecify.annotations.Nullable;

/// As much of an order as its listeners need: a fold of its events.
///
/// @param courierId who carries it, between acceptance and delivery
public record OrderNow(
    OrderId orderId,
    @Nullable MerchantId merchantId,
    @Nullable OrderStage stage,
    @Nullable AssignmentId assignmentId,
    @Nullable CourierId courierId) {

  static OrderNow unknown(OrderId orderId) {
    return new OrderNow(orderId, null, null, null, null);
  }

  /// Its first event has been seen, and so have the others.
  boolean isKnown() {
    return merchantId != null;
  }

  /// Nobody carries it any more, and nobody will.
  boolean isOver() {
    return switch (stage) {
      case null -> false;
      case PLACED, SUBMITTED, CONFIRMED, PREPARING, READY, PICKED_UP -> false;
      case DELIVERED, CANCELLED, DELIVERY_FAILED, RETURNED -> true;
    };
  }

  public boolean isCarriedBy(CourierId courier) {
    return courier.equals(courierId);
  }

  /// It is the merchant's, and nobody is there to fetch it.
  boolean waitsForCourier() {
    return courierId == null
        && stage != null
        && switch (stage) {
          case CONFIRMED, PREPARING, READY -> true;
          case PLACED, SUBMITTED, PICKED_UP, DELIVERED, CANCELLED, DELIVERY_FAILED, RETURNED ->
              false;
        };
  }

  OrderNow after(OrderEvent event) {
    return switch (event) {
      case OrderPlaced e -> with(e.merchantId()).free(OrderStage.PLACED);
      case OrderSubmitted e -> with(e.merchantId()).free(OrderStage.SUBMITTED);
      case OrderConfirmed _ -> free(OrderStage.CONFIRMED);
      case PreparationStarted _ -> at(OrderStage.PREPARING);
      case OrderReady _ -> at(OrderStage.READY);
      case OrderPaid _, ReadyTimeChanged _, OrderPinned _, OrderUnpinned _ -> this;
      case OrderSettled _, TipGiven _, TipPaid _, TipFailed _, DeliveredThoughOff _ -> this;
      case CourierAssigned e -> carriedBy(e.assignmentId(), e.courierId(), stage);
      case CourierUnassigned _ -> free(stage);
      case OrderPickedUp e -> carriedBy(e.assignmentId(), e.courierId(), OrderStage.PICKED_UP);
      case OrderStranded e -> free(e.handover() == null ? OrderStage.PREPARING : OrderStage.READY);
      case OrderDelivered _ -> free(OrderStage.DELIVERED);
      case OrderCancelled _ -> free(OrderStage.CANCELLED);
      case DeliveryFailed _ -> free(OrderStage.DELIVERY_FAILED);
      case OrderReturned _ -> free(OrderStage.RETURNED);
    };
  }

  private OrderNow with(MerchantId merchant) {
    return new OrderNow(orderId, merchant, stage, assignmentId, courierId);
  }

  private OrderNow at(OrderStage next) {
    return new OrderNow(orderId, merchantId, next, assignmentId, courierId);
  }

  private OrderNow carriedBy(
      AssignmentId assignment, CourierId courier, @Nullable OrderStage next) {
    return new OrderNow(orderId, merchantId, next, assignment, courier);
  }

  private OrderNow free(@Nullable OrderStage next) {
    return new OrderNow(orderId, merchantId, next, null, null);
  }
}
