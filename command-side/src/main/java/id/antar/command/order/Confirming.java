package id.antar.command.order;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;
import static id.antar.command.order.Stages.ifOwn;
import static id.antar.command.order.Stages.notNow;

import id.antar.api.order.OrderCommand.ConfirmOrder;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderRejection.ReadyTimeOutOfRange;
import id.antar.api.order.OrderStage;
import id.antar.command.decider.Decision;
import id.antar.command.order.Known.Ended;
import id.antar.command.order.Known.InKitchen;
import id.antar.command.order.Known.OnDelivery;
import id.antar.command.order.Known.Placed;
import id.antar.command.order.Known.Submitted;
import id.antar.command.order.Known.Undeliverable;
import java.time.Instant;

/// The merchant takes the order with a ready time. The same yes said again is fine; another ready
/// time is not a second yes but [Preparing]'s matter.
final class Confirming {

  private Confirming() {}

  static Decision<OrderEvent> confirm(
      Known order, ConfirmOrder c, OrderPolicy policy, Instant now) {
    return ifOwn(
        order,
        c.merchantId(),
        () ->
            switch (order) {
              case Placed _ -> notNow(order, c);
              case Submitted _ -> confirmSubmitted(c, policy, now);
              case InKitchen kitchen ->
                  kitchen.confirmed().readyAt().equals(c.readyAt())
                      ? satisfied()
                      : notNow(order, c);
              case OnDelivery _, Undeliverable _ -> satisfied();
              case Ended ended ->
                  ended.stage() == OrderStage.CANCELLED ? notNow(order, c) : satisfied();
            });
  }

  static boolean isOutOfRange(Instant readyAt, OrderPolicy policy, Instant now) {
    return readyAt.isBefore(now.minus(policy.readyTimeSlack()))
        || readyAt.isAfter(now.plus(policy.farthestReadyTime()));
  }

  private static Decision<OrderEvent> confirmSubmitted(
      ConfirmOrder c, OrderPolicy policy, Instant now) {
    if (isOutOfRange(c.readyAt(), policy, now)) {
      return reject(new ReadyTimeOutOfRange(c.readyAt()));
    }
    Instant searchedFrom = c.readyAt().isAfter(now) ? c.readyAt() : now;
    return accept(
        new OrderConfirmed(
            c.orderId(), c.readyAt(), searchedFrom.plus(policy.courierSearch()), c.occurredAt()));
  }
}
