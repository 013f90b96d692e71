package id.antar.command.order;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;
import static id.antar.command.order.Stages.notNow;

import id.antar.api.order.OrderCommand.ConfirmPayment;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.OrderPaid;
import id.antar.api.order.OrderRejection.PaymentMismatch;
import id.antar.api.order.OrderStage;
import id.antar.command.decider.Decision;
import id.antar.command.order.Known.Ended;
import id.antar.command.order.Known.InKitchen;
import id.antar.command.order.Known.OnDelivery;
import id.antar.command.order.Known.Placed;
import id.antar.command.order.Known.Submitted;
import id.antar.command.order.Known.Undeliverable;
import java.time.Instant;

/// A prepaid order goes to its merchant once the money is there. An order that was cancelled
/// refuses the money, so that it is given back.
final class Paying {

  private Paying() {}

  static Decision<OrderEvent> confirm(
      Known order, ConfirmPayment c, OrderPolicy policy, Instant now) {
    if (!order.order().paymentId().equals(c.paymentId())) {
      return reject(new PaymentMismatch(c.orderId()));
    }
    if (!order.order().waitsForMoney()) {
      return satisfied();
    }
    return switch (order) {
      case Placed(var placed, _) ->
          accept(
              new OrderPaid(c.orderId(), c.paymentId(), c.occurredAt()),
              Placing.submitted(placed, policy, c.occurredAt(), now));
      case Submitted _, InKitchen _, OnDelivery _, Undeliverable _ -> satisfied();
      case Ended ended -> ended.stage() == OrderStage.CANCELLED ? notNow(order, c) : satisfied();
    };
  }
}
