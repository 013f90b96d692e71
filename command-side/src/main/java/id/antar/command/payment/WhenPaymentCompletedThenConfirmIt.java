package id.antar.command.payment;

import id.antar.api.order.OrderCommand.ConfirmPayment;
import id.antar.api.payment.PaymentCommand.ReversePayment;
import id.antar.api.payment.PaymentEvent.PaymentCompleted;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// Money that has come is told to the order. If the order does not want it any more, it goes back.
@ProcessingGroup(PaymentConfiguration.GROUP)
@DisallowReplay
final class WhenPaymentCompletedThenConfirmIt {

  private final Reacting reacting;

  WhenPaymentCompletedThenConfirmIt(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(PaymentCompleted event) {
    reacting.carryOut(react(event));
  }

  static Reaction react(PaymentCompleted event) {
    return Reaction.of(new ConfirmPayment(event.orderId(), event.paymentId(), event.occurredAt()))
        .orElse(
            new ReversePayment(
                event.paymentId(), "The order was off before it was paid.", event.occurredAt()));
  }
}
