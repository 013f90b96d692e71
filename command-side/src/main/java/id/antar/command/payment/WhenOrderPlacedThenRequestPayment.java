package id.antar.command.payment;

import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.payment.PaymentCommand.RequestPayment;
import id.antar.api.payment.PaymentPurpose;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// Every order has a payment, cash too.
@ProcessingGroup(PaymentConfiguration.GROUP)
@DisallowReplay
final class WhenOrderPlacedThenRequestPayment {

  private final Reacting reacting;

  WhenOrderPlacedThenRequestPayment(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(OrderPlaced event) {
    reacting.carryOut(react(event));
  }

  static Reaction react(OrderPlaced event) {
    return Reaction.of(
        new RequestPayment(
            event.paymentId(),
            event.orderId(),
            event.customerId(),
            PaymentPurpose.ORDER,
            event.total().total(),
            event.payment(),
            event.occurredAt()));
  }
}
