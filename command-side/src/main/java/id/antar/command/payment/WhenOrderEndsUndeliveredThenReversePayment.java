package id.antar.command.payment;

import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderReturned;
import id.antar.api.payment.PaymentCommand.ReversePayment;
import id.antar.api.payment.PaymentId;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// Nobody pays for what was not delivered.
@ProcessingGroup(PaymentConfiguration.GROUP)
@DisallowReplay
final class WhenOrderEndsUndeliveredThenReversePayment {

  private final Reacting reacting;

  WhenOrderEndsUndeliveredThenReversePayment(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(OrderCancelled event) {
    reacting.carryOut(react(event));
  }

  @EventHandler
  void on(OrderReturned event) {
    reacting.carryOut(react(event));
  }

  static Reaction react(OrderCancelled event) {
    return Reaction.of(
        new ReversePayment(PaymentId.ofOrder(event.orderId()), event.reason(), event.occurredAt()));
  }

  static Reaction react(OrderReturned event) {
    return Reaction.of(
        new ReversePayment(
            PaymentId.ofOrder(event.orderId()),
            "The order was brought back to the merchant.",
            event.occurredAt()));
  }
}
