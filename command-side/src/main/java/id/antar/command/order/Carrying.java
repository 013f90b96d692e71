package id.antar.command.order;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;
import static id.antar.command.order.Stages.notNow;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderCommand.AssignCourier;
import id.antar.api.order.OrderCommand.MarkDelivered;
import id.antar.api.order.OrderCommand.MarkDeliveryFailed;
import id.antar.api.order.OrderCommand.MarkPickedUp;
import id.antar.api.order.OrderCommand.MarkReturned;
import id.antar.api.order.OrderCommand.UnassignCourier;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.api.order.OrderEvent.DeliveredThoughOff;
import id.antar.api.order.OrderEvent.DeliveryFailed;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.OrderReturned;
import id.antar.api.order.OrderEvent.OrderSettled;
import id.antar.api.order.OrderRejection.AssignedToAnother;
import id.antar.command.decider.Decision;
import id.antar.command.order.Known.Carrier;
import id.antar.command.order.Known.Ended;
import java.time.Instant;
import java.util.function.Function;

/// What the assignment that carries an order tells it. Only the order's own assignment is heard,
/// and nothing is delivered, failed or brought back that was not picked up.
final class Carrying {

  private Carrying() {}

  static Decision<OrderEvent> assign(Known order, AssignCourier c) {
    return switch (order.stage()) {
      case PLACED, SUBMITTED, CANCELLED -> notNow(order, c);
      case CONFIRMED, PREPARING, READY, PICKED_UP, DELIVERED, DELIVERY_FAILED, RETURNED ->
          order
              .findCarrier()
              .map(carrier ->
                  carrier.assignmentId().equals(c.assignmentId())
                      ? Decision.<OrderEvent>satisfied()
                      : Decision.<OrderEvent>reject(new AssignedToAnother(c.orderId())))
              .orElseGet(() ->
                  accept(
                      new CourierAssigned(
                          c.orderId(), c.assignmentId(), c.courierId(), c.occurredAt())));
    };
  }

  static Decision<OrderEvent> unassign(Known order, UnassignCourier c) {
    if (!isWith(order, c.assignmentId())) {
      return satisfied();
    }
    return switch (order.stage()) {
      case CONFIRMED, PREPARING, READY ->
          accept(
              new CourierUnassigned(
                  c.orderId(),
                  c.assignmentId(),
                  order.findCarrier().orElseThrow().courierId(),
                  c.reason(),
                  c.occurredAt()));
      case CANCELLED -> satisfied();
      case PLACED, SUBMITTED, PICKED_UP, DELIVERED, DELIVERY_FAILED, RETURNED -> notNow(order, c);
    };
  }

  /// Food in the courier's hands was ready, whether or not the merchant has said so.
  static Decision<OrderEvent> pickUp(Known order, MarkPickedUp c) {
    var pickedUp = new OrderPickedUp(c.orderId(), c.assignmentId(), c.courierId(), c.occurredAt());
    return switch (order.stage()) {
      case PLACED, SUBMITTED, CANCELLED -> notNow(order, c);
      case CONFIRMED, PREPARING ->
          ifWith(
              order,
              c.assignmentId(),
              _ -> accept(new OrderReady(c.orderId(), c.occurredAt()), pickedUp));
      case READY -> ifWith(order, c.assignmentId(), _ -> accept(pickedUp));
      case PICKED_UP, DELIVERED, DELIVERY_FAILED, RETURNED ->
          ifWith(order, c.assignmentId(), _ -> satisfied());
    };
  }

  static Decision<OrderEvent> deliver(Known order, MarkDelivered c) {
    return switch (order.stage()) {
      case PICKED_UP ->
          ifWith(
              order,
              c.assignmentId(),
              carrier ->
                  accept(
                      new OrderDelivered(
                          c.orderId(), c.assignmentId(), carrier.courierId(), c.occurredAt()),
                      settled(order.order(), carrier, c.occurredAt())));
      case DELIVERED -> ifWith(order, c.assignmentId(), _ -> satisfied());
      case CANCELLED -> ifWith(order, c.assignmentId(), carrier -> thoughOff(order, carrier, c));
      case PLACED, SUBMITTED, CONFIRMED, PREPARING, READY -> notNow(order, c);
      case DELIVERY_FAILED, RETURNED -> notNow(order, c);
    };
  }

  /// What is handed over is handed over, though nobody waited for it any more.
  private static Decision<OrderEvent> thoughOff(Known order, Carrier carrier, MarkDelivered c) {
    return order instanceof Ended ended && ended.thoughOff()
        ? satisfied()
        : accept(
            new DeliveredThoughOff(
                c.orderId(),
                c.assignmentId(),
                carrier.courierId(),
                order.order().terms().courierPay(),
                c.occurredAt()));
  }

  static Decision<OrderEvent> fail(Known order, MarkDeliveryFailed c) {
    return switch (order.stage()) {
      case PICKED_UP ->
          ifWith(
              order,
              c.assignmentId(),
              _ ->
                  accept(
                      new DeliveryFailed(
                          c.orderId(), c.assignmentId(), c.reason(), c.occurredAt())));
      case CANCELLED, DELIVERY_FAILED, RETURNED ->
          ifWith(order, c.assignmentId(), _ -> satisfied());
      case PLACED, SUBMITTED, CONFIRMED, PREPARING, READY, DELIVERED -> notNow(order, c);
    };
  }

  static Decision<OrderEvent> bringBack(Known order, MarkReturned c) {
    return switch (order.stage()) {
      case DELIVERY_FAILED ->
          ifWith(
              order,
              c.assignmentId(),
              _ -> accept(new OrderReturned(c.orderId(), c.assignmentId(), c.occurredAt())));
      case CANCELLED, RETURNED -> ifWith(order, c.assignmentId(), _ -> satisfied());
      case PLACED, SUBMITTED, CONFIRMED, PREPARING, READY -> notNow(order, c);
      case PICKED_UP, DELIVERED -> notNow(order, c);
    };
  }

  private static Decision<OrderEvent> ifWith(
      Known order, AssignmentId assignmentId, Function<Carrier, Decision<OrderEvent>> rule) {
    return order
        .findCarrier()
        .filter(carrier -> carrier.assignmentId().equals(assignmentId))
        .map(rule)
        .orElseGet(() -> reject(new AssignedToAnother(order.order().orderId())));
  }

  private static boolean isWith(Known order, AssignmentId assignmentId) {
    return order.findCarrier().map(Carrier::assignmentId).filter(assignmentId::equals).isPresent();
  }

  private static OrderSettled settled(OrderPlaced order, Carrier carrier, Instant occurredAt) {
    Money sold = order.total().sold();
    return new OrderSettled(
        order.orderId(),
        order.customerId(),
        order.merchantId(),
        carrier.courierId(),
        order.total(),
        sold.share(order.terms().commissionBasisPoints()),
        order.terms().courierPay(),
        occurredAt);
  }
}
