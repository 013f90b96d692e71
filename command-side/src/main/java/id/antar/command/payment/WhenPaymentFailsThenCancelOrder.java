package id.antar.command.payment;

import id.antar.api.order.OrderCommand.CancelOrder;
import id.antar.api.order.Party;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.PaymentExpired;
import id.antar.api.payment.PaymentEvent.PaymentFailed;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// An order that is not paid is off.
@ProcessingGroup(PaymentConfiguration.GROUP)
@DisallowReplay
final class WhenPaymentFailsThenCancelOrder {

  private final Reacting reacting;

  WhenPaymentFailsThenCancelOrder(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(PaymentFailed event) {
    reacting.carryOut(react(event, event.reason()));
  }

  @EventHandler
  void on(PaymentExpired event) {
    reacting.carryOut(react(event, "The payment has not come in time."));
  }

  static List<Reaction> react(PaymentEvent event, String reason) {
    return Payments.isOfOrder(event)
        ? List.of(
            Reaction.of(
                new CancelOrder(
                    event.orderId(), new Party.Engine("payment"), reason, event.occurredAt())))
        : List.of();
  }
}
