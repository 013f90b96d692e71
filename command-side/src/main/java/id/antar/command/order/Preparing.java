package id.antar.command.order;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;
import static id.antar.command.order.Stages.ifOwn;
import static id.antar.command.order.Stages.notNow;

import id.antar.api.order.OrderCommand.ChangeReadyTime;
import id.antar.api.order.OrderCommand.MarkReady;
import id.antar.api.order.OrderCommand.StartPreparation;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.PreparationStarted;
import id.antar.api.order.OrderEvent.ReadyTimeChanged;
import id.antar.api.order.OrderRejection.ReadyTimeOutOfRange;
import id.antar.command.decider.Decision;
import id.antar.command.order.Known.InKitchen;
import java.time.Instant;

/// What the merchant reports from the kitchen. A kitchen may skip telling that it has started, and
/// late news of what has happened anyway is fine.
final class Preparing {

  private Preparing() {}

  static Decision<OrderEvent> start(Known order, StartPreparation c) {
    return ifOwn(
        order,
        c.merchantId(),
        () ->
            switch (order.stage()) {
              case CONFIRMED -> accept(new PreparationStarted(c.orderId(), c.occurredAt()));
              case PREPARING, READY, PICKED_UP, DELIVERED, DELIVERY_FAILED, RETURNED -> satisfied();
              case PLACED, SUBMITTED, CANCELLED -> notNow(order, c);
            });
  }

  static Decision<OrderEvent> markReady(Known order, MarkReady c) {
    return ifOwn(
        order,
        c.merchantId(),
        () ->
            switch (order.stage()) {
              case CONFIRMED, PREPARING -> accept(new OrderReady(c.orderId(), c.occurredAt()));
              case READY, PICKED_UP, DELIVERED, DELIVERY_FAILED, RETURNED -> satisfied();
              case PLACED, SUBMITTED, CANCELLED -> notNow(order, c);
            });
  }

  static Decision<OrderEvent> changeReadyTime(
      Known order, ChangeReadyTime c, OrderPolicy policy, Instant now) {
    return ifOwn(
        order,
        c.merchantId(),
        () ->
            switch (order.stage()) {
              case CONFIRMED, PREPARING -> estimate(order, c, policy, now);
              case PLACED, SUBMITTED, READY, PICKED_UP, DELIVERED -> notNow(order, c);
              case CANCELLED, DELIVERY_FAILED, RETURNED -> notNow(order, c);
            });
  }

  private static Decision<OrderEvent> estimate(
      Known order, ChangeReadyTime c, OrderPolicy policy, Instant now) {
    if (order instanceof InKitchen kitchen && kitchen.readyAt().equals(c.readyAt())) {
      return satisfied();
    }
    return Confirming.isOutOfRange(c.readyAt(), policy, now)
        ? reject(new ReadyTimeOutOfRange(c.readyAt()))
        : accept(new ReadyTimeChanged(c.orderId(), c.readyAt(), c.occurredAt()));
  }
}
