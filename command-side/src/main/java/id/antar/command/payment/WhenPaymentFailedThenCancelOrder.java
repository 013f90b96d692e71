package id.antar.command.payment;

import id.antar.api.order.OrderCommand.CancelOrder;
import id.antar.api.order.Party;
import id.antar.api.payment.PaymentEvent.PaymentFailed;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// An order that is not paid is off.
@ProcessingGroup(PaymentConfiguration.GROUP)
@DisallowReplay
final class WhenPaymentFailedThenCancelOrder {

  private final Reacting reacting;

  WhenPaymentFailedThenCancelOrder(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(PaymentFailed event) {
    reacting.carryOut(react(event));
  }

  static Reaction react(PaymentFailed event) {
    return Reaction.of(
        new CancelOrder(
            event.orderId(), new Party.Engine("payment"), event.reason(), event.occurredAt()));
  }
}
