package id.antar.command.payment;

import id.antar.api.order.OrderCommand.ConfirmPayment;
import id.antar.api.payment.PaymentCommand.ReversePayment;
import id.antar.api.payment.PaymentEvent.PaymentSecured;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// Money that has come is told to the order. If the order does not want it any more, it goes back.
@ProcessingGroup(PaymentConfiguration.GROUP)
@DisallowReplay
final class WhenPaymentSecuredThenConfirmIt {

  private final Reacting reacting;

  WhenPaymentSecuredThenConfirmIt(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(PaymentSecured event) {
    reacting.carryOut(react(event));
  }

  static List<Reaction> react(PaymentSecured event) {
    return Payments.isOfOrder(event)
        ? List.of(
            Reaction.of(new ConfirmPayment(event.orderId(), event.paymentId(), event.occurredAt()))
                .orElse(
                    new ReversePayment(
                        event.paymentId(),
                        "The order was off before it was paid.",
                        event.occurredAt())))
        : List.of();
  }
}
