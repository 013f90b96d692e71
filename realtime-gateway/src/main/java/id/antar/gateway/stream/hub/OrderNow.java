package id.antar.gateway.stream.hub;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.CourierUnassigned;
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
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderEvent.OrderUnpinned;
import id.antar.api.order.OrderEvent.PreparationStarted;
import id.antar.api.order.OrderEvent.ReadyTimeChanged;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderStage;
import id.antar.api.order.OrderView;
import org.jspecify.annotations.Nullable;

/// As much of an order as its listeners need.
///
/// @param courierId who carries it, between acceptance and delivery
/// @param carriageKnown whether assignment and courier are what facts said, absent ones included
/// @param cursor the last fact's, or [Frame#NO_CURSOR] where it is known from its view alone
public record OrderNow(
    OrderId orderId,
    @Nullable MerchantId merchantId,
    @Nullable OrderStage stage,
    @Nullable AssignmentId assignmentId,
    @Nullable CourierId courierId,
    boolean carriageKnown,
    long cursor) {

  public static OrderNow unknown(OrderId orderId) {
    return new OrderNow(orderId, null, null, null, null, false, Frame.NO_CURSOR);
  }

  public static OrderNow of(OrderView view) {
    boolean carried =
        switch (view.stage()) {
          case CONFIRMED, PREPARING, READY, PICKED_UP -> true;
          case PLACED, SUBMITTED, DELIVERED, CANCELLED, DELIVERY_FAILED, RETURNED -> false;
        };
    return new OrderNow(
        view.orderId(),
        view.merchantId(),
        view.stage(),
        carried ? view.assignmentId() : null,
        carried ? view.courierId() : null,
        true,
        Frame.NO_CURSOR);
  }

  /// Nothing about it has to be read from its view.
  public boolean isKnown() {
    return merchantId != null && stage != null && carriageKnown;
  }

  public boolean isCarriedBy(CourierId courier) {
    return courier.equals(courierId);
  }

  OrderNow after(OrderEvent event, long position) {
    return switch (event) {
      case OrderPlaced e -> with(e.merchantId()).free(OrderStage.PLACED, position);
      case OrderPaid _ -> at(stage, position);
      case OrderSubmitted e -> with(e.merchantId()).free(OrderStage.SUBMITTED, position);
      case OrderConfirmed _ -> free(OrderStage.CONFIRMED, position);
      case PreparationStarted _ -> at(OrderStage.PREPARING, position);
      case ReadyTimeChanged _ -> at(stage, position);
      case OrderReady _ -> at(OrderStage.READY, position);
      case CourierAssigned e -> carriedBy(e.assignmentId(), e.courierId(), stage, position);
      case CourierUnassigned _ -> free(stage, position);
      case OrderPickedUp e ->
          carriedBy(e.assignmentId(), e.courierId(), OrderStage.PICKED_UP, position);
      case OrderStranded e ->
          free(e.handover() == null ? OrderStage.PREPARING : OrderStage.READY, position);
      case OrderPinned _, OrderUnpinned _ -> at(stage, position);
      case OrderDelivered _ -> free(OrderStage.DELIVERED, position);
      case OrderCancelled _ -> free(OrderStage.CANCELLED, position);
      case DeliveryFailed _ -> free(OrderStage.DELIVERY_FAILED, position);
      case OrderReturned _ -> free(OrderStage.RETURNED, position);
    };
  }

  /// Takes from the view what the facts seen so far did not say.
  OrderNow or(OrderNow view) {
    return new OrderNow(
        orderId,
        merchantId == null ? view.merchantId : merchantId,
        stage == null ? view.stage : stage,
        carriageKnown ? assignmentId : view.assignmentId,
        carriageKnown ? courierId : view.courierId,
        true,
        cursor);
  }

  private OrderNow with(MerchantId merchant) {
    return new OrderNow(orderId, merchant, stage, assignmentId, courierId, carriageKnown, cursor);
  }

  private OrderNow at(@Nullable OrderStage next, long position) {
    return new OrderNow(
        orderId, merchantId, next, assignmentId, courierId, carriageKnown, position);
  }

  private OrderNow carriedBy(
      AssignmentId assignment, CourierId courier, @Nullable OrderStage next, long position) {
    return new OrderNow(orderId, merchantId, next, assignment, courier, true, position);
  }

  private OrderNow free(@Nullable OrderStage next, long position) {
    return new OrderNow(orderId, merchantId, next, null, null, true, position);
  }
}
