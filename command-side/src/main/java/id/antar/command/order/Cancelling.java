package id.antar.command.order;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.satisfied;
import static id.antar.command.order.Stages.ifOwn;
import static id.antar.command.order.Stages.notNow;

import id.antar.api.order.OrderCommand.CancelOrder;
import id.antar.api.order.OrderCommand.RejectOrder;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderRejection.NotYourOrder;
import id.antar.api.order.OrderStage;
import id.antar.api.order.Party;
import id.antar.command.decider.Decision;
import id.antar.command.order.Known.Carrier;
import java.time.Instant;

/// Who may call an order off, and until when: its customer and its merchant until it is picked up,
/// an operator and the engine until it is delivered or back. A courier never does; a courier gives
/// the order back to dispatch. What is off already cannot be more so.
final class Cancelling {

  private Cancelling() {}

  static Decision<OrderEvent> cancel(Known order, CancelOrder c) {
    return switch (c.by()) {
      case Party.Customer(var customerId) ->
          customerId.equals(order.order().customerId())
              ? untilPickup(order, c)
              : Decision.reject(new NotYourOrder(c.orderId()));
      case Party.Merchant(var merchantId) -> ifOwn(order, merchantId, () -> untilPickup(order, c));
      case Party.Courier _ -> Decision.reject(new NotYourOrder(c.orderId()));
      case Party.Operator _, Party.Engine _ -> untilEnd(order, c);
    };
  }

  /// The merchant's no. Once confirmed, the merchant has to cancel.
  static Decision<OrderEvent> reject(Known order, RejectOrder c) {
    return ifOwn(
        order,
        c.merchantId(),
        () ->
            switch (order.stage()) {
              case SUBMITTED ->
                  accept(
                      cancelled(
                          order, new Party.Merchant(c.merchantId()), c.reason(), c.occurredAt()));
              case CANCELLED -> satisfied();
              case PLACED, CONFIRMED, PREPARING, READY, PICKED_UP -> notNow(order, c);
              case DELIVERED, DELIVERY_FAILED, RETURNED -> notNow(order, c);
            });
  }

  static OrderCancelled cancelled(Known order, Party by, String reason, Instant occurredAt) {
    return new OrderCancelled(
        order.order().orderId(),
        by,
        reason,
        order.findCarrier().map(Carrier::assignmentId).orElse(null),
        occurredAt);
  }

  private static Decision<OrderEvent> untilPickup(Known order, CancelOrder c) {
    return switch (order.stage()) {
      case PLACED, SUBMITTED, CONFIRMED, PREPARING, READY ->
          accept(cancelled(order, c.by(), c.reason(), c.occurredAt()));
      case CANCELLED -> satisfied();
      case PICKED_UP, DELIVERED, DELIVERY_FAILED, RETURNED -> notNow(order, c);
    };
  }

  private static Decision<OrderEvent> untilEnd(Known order, CancelOrder c) {
    if (order.stage() == OrderStage.CANCELLED) {
      return satisfied();
    }
    return order.stage().isFinal()
        ? notNow(order, c)
        : accept(cancelled(order, c.by(), c.reason(), c.occurredAt()));
  }
}
