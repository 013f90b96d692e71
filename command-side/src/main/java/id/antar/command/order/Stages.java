package id.antar.command.order;

import static id.antar.command.decider.Decision.reject;

import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderCommand;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderRejection.NotAtThisStage;
import id.antar.api.order.OrderRejection.NotYourOrder;
import id.antar.command.decider.Decision;
import java.util.function.Supplier;

/// The refusals that the rules of an order have in common.
final class Stages {

  private Stages() {}

  static Decision<OrderEvent> notNow(Known order, OrderCommand command) {
    return reject(
        new NotAtThisStage(command.orderId(), order.stage(), command.getClass().getSimpleName()));
  }

  /// A merchant is heard about its own orders only.
  static Decision<OrderEvent> ifOwn(
      Known order, MerchantId merchantId, Supplier<Decision<OrderEvent>> rule) {
    return order.order().merchantId().equals(merchantId)
        ? rule.get()
        : reject(new NotYourOrder(order.order().orderId()));
  }
}
