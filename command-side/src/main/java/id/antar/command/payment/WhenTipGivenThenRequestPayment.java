package id.antar.command.payment;

import id.antar.api.order.OrderEvent.TipGiven;
import id.antar.api.payment.PaymentCommand.RequestPayment;
import id.antar.api.payment.PaymentPart;
import id.antar.api.payment.PaymentPurpose;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// A tip is a payment of its own.
@ProcessingGroup(PaymentConfiguration.GROUP)
@DisallowReplay
final class WhenTipGivenThenRequestPayment {

  private final Reacting reacting;

  WhenTipGivenThenRequestPayment(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(TipGiven event) {
    reacting.carryOut(react(event));
  }

  static Reaction react(TipGiven event) {
    return Reaction.of(
        new RequestPayment(
            event.paymentId(),
            event.orderId(),
            event.customerId(),
            PaymentPurpose.TIP,
            event.amount(),
            List.of(new PaymentPart(1, event.choice(), event.amount())),
            event.occurredAt()));
  }
}
