package id.antar.command.order;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.satisfied;
import static id.antar.command.order.Stages.notNow;

import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderCommand.PinOrder;
import id.antar.api.order.OrderCommand.UnpinOrder;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.OrderPinned;
import id.antar.api.order.OrderEvent.OrderUnpinned;
import id.antar.command.decider.Decision;

/// An operator says who is to carry an order. The latest word counts, until it is picked up.
final class Pinning {

  private Pinning() {}

  static Decision<OrderEvent> pin(Known order, PinOrder c) {
    return switch (order.stage()) {
      case PLACED, SUBMITTED, CONFIRMED, PREPARING, READY ->
          isPinnedTo(order, c.courierId())
              ? satisfied()
              : accept(new OrderPinned(c.orderId(), c.courierId(), c.reason(), c.occurredAt()));
      case PICKED_UP, DELIVERED, CANCELLED, DELIVERY_FAILED, RETURNED -> notNow(order, c);
    };
  }

  static Decision<OrderEvent> unpin(Known order, UnpinOrder c) {
    return order.findPin().isPresent()
        ? accept(new OrderUnpinned(c.orderId(), c.reason(), c.occurredAt()))
        : satisfied();
  }

  private static boolean isPinnedTo(Known order, CourierId courierId) {
    return order.findPin().filter(courierId::equals).isPresent();
  }
}
