package id.antar.gateway.stream;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.api.order.OrderEvent.DeliveryFailed;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPaid;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.OrderReturned;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderEvent.PreparationStarted;
import id.antar.api.order.OrderEvent.ReadyTimeChanged;
import id.antar.gateway.stream.hub.OrderNow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an order's event tells beyond its name and times.
record OrderTold(
    @Nullable Instant readyAt,
    @Nullable CourierId courierId,
    @Nullable AssignmentId assignmentId,
    @Nullable String reason) {

  static OrderTold of(OrderEvent event, OrderNow now) {
    return switch (event) {
      case OrderPlaced _, OrderPaid _, OrderSubmitted _, PreparationStarted _, OrderReady _ ->
          new OrderTold(null, now.courierId(), now.assignmentId(), null);
      case OrderConfirmed e -> new OrderTold(e.readyAt(), null, null, null);
      case ReadyTimeChanged e ->
          new OrderTold(e.readyAt(), now.courierId(), now.assignmentId(), null);
      case CourierAssigned e -> new OrderTold(null, e.courierId(), e.assignmentId(), null);
      case CourierUnassigned e -> new OrderTold(null, e.courierId(), e.assignmentId(), e.reason());
      case OrderPickedUp e -> new OrderTold(null, e.courierId(), e.assignmentId(), null);
      case OrderDelivered e -> new OrderTold(null, e.courierId(), e.assignmentId(), null);
      case OrderCancelled e -> new OrderTold(null, null, e.assignmentId(), e.reason());
      case DeliveryFailed e -> new OrderTold(null, null, e.assignmentId(), e.reason());
      case OrderReturned e -> new OrderTold(null, null, e.assignmentId(), null);
    };
  }
}
