package id.antar.gateway.stream.fact;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
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
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an order's event tells beyond its name and times. What only staff may know is told apart.
///
/// @param handover where a lost courier left it; for staff
/// @param pinnedTo who is to carry it; for staff
record OrderTold(
    @Nullable Instant readyAt,
    @Nullable CourierId courierId,
    @Nullable AssignmentId assignmentId,
    @Nullable GeoPoint handover,
    @Nullable CourierId pinnedTo,
    @Nullable String reason) {

  static OrderTold of(OrderEvent event, OrderNow now, boolean toStaff) {
    return switch (event) {
      case OrderPlaced _, OrderPaid _, OrderSubmitted _, PreparationStarted _, OrderReady _ ->
          carried(null, now);
      case OrderConfirmed e -> new OrderTold(e.readyAt(), null, null, null, null, null);
      case ReadyTimeChanged e -> carried(e.readyAt(), now);
      case CourierAssigned e -> about(e.courierId(), e.assignmentId(), null);
      case CourierUnassigned e ->
          about(e.courierId(), e.assignmentId(), toStaff ? e.reason() : null);
      case OrderPickedUp e -> about(e.courierId(), e.assignmentId(), null);
      case OrderStranded e -> stranded(e, toStaff);
      case OrderPinned e ->
          toStaff ? carried(null, now).pinned(e.courierId(), e.reason()) : carried(null, now);
      case OrderUnpinned e ->
          toStaff ? carried(null, now).pinned(null, e.reason()) : carried(null, now);
      case OrderDelivered e -> about(e.courierId(), e.assignmentId(), null);
      case OrderCancelled e -> about(null, e.assignmentId(), e.reason());
      case DeliveryFailed e -> about(null, e.assignmentId(), e.reason());
      case OrderReturned e -> about(null, e.assignmentId(), null);
      case OrderSettled _, TipGiven _, TipPaid _, TipFailed _, DeliveredThoughOff _ ->
          carried(null, now);
    };
  }

  /// Without ids and reasons: a reason may hold words that are meant for somebody else.
  static OrderTold ofRecipient(OrderEvent event, OrderNow now) {
    return new OrderTold(of(event, now, false).readyAt(), null, null, null, null, null);
  }

  /// Money and an operator's word on who carries it are not the recipient's matter.
  static boolean concernsRecipient(OrderEvent event) {
    return switch (event) {
      case OrderPaid _, OrderPinned _, OrderUnpinned _ -> false;
      case OrderSettled _, TipGiven _, TipPaid _, TipFailed _, DeliveredThoughOff _ -> false;
      case OrderPlaced _,
          OrderSubmitted _,
          OrderConfirmed _,
          PreparationStarted _,
          ReadyTimeChanged _,
          OrderReady _,
          CourierAssigned _,
          CourierUnassigned _,
          OrderPickedUp _,
          OrderStranded _,
          OrderDelivered _,
          OrderCancelled _,
          DeliveryFailed _,
          OrderReturned _ ->
          true;
    };
  }

  private static OrderTold about(
      @Nullable CourierId courierId, @Nullable AssignmentId assignmentId, @Nullable String reason) {
    return new OrderTold(null, courierId, assignmentId, null, null, reason);
  }

  private static OrderTold carried(@Nullable Instant readyAt, OrderNow now) {
    return new OrderTold(readyAt, now.courierId(), now.assignmentId(), null, null, null);
  }

  private static OrderTold stranded(OrderStranded e, boolean toStaff) {
    @Nullable GeoPoint place = e.handover() == null ? null : e.handover().value();
    return new OrderTold(
        e.readyAt(),
        toStaff ? e.courierId() : null,
        e.assignmentId(),
        toStaff ? place : null,
        null,
        null);
  }

  private OrderTold pinned(@Nullable CourierId courier, String why) {
    return new OrderTold(readyAt, courierId, assignmentId, handover, courier, why);
  }
}
