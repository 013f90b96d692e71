package id.antar.command.payment;

import id.antar.api.order.OrderCommand.FailTip;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.PaymentCancelled;
import id.antar.api.payment.PaymentEvent.PaymentExpired;
import id.antar.api.payment.PaymentEvent.PaymentFailed;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// A tip that will not come is told to its order, so that there may be another one.
@ProcessingGroup(PaymentConfiguration.GROUP)
@DisallowReplay
final class WhenTipFailsThenTellItsOrder {

  private final Reacting reacting;

  WhenTipFailsThenTellItsOrder(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(PaymentFailed event) {
    reacting.carryOut(react(event, event.reason()));
  }

  @EventHandler
  void on(PaymentExpired event) {
    reacting.carryOut(react(event, "The tip has not come in time."));
  }

  @EventHandler
  void on(PaymentCancelled event) {
    reacting.carryOut(react(event, event.reason()));
  }

  static List<Reaction> react(PaymentEvent event, String reason) {
    return Payments.isOfOrder(event)
        ? List.of()
        : List.of(
            Reaction.of(
                new FailTip(event.orderId(), event.paymentId(), reason, event.occurredAt())));
  }
}
