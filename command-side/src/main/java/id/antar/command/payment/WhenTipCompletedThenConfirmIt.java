package id.antar.command.payment;

import id.antar.api.order.OrderCommand.ConfirmTip;
import id.antar.api.payment.PaymentEvent.PaymentCompleted;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// A tip that has come is told to its order.
@ProcessingGroup(PaymentConfiguration.GROUP)
@DisallowReplay
final class WhenTipCompletedThenConfirmIt {

  private final Reacting reacting;

  WhenTipCompletedThenConfirmIt(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(PaymentCompleted event) {
    reacting.carryOut(react(event));
  }

  static List<Reaction> react(PaymentCompleted event) {
    return Payments.isOfOrder(event)
        ? List.of()
        : List.of(
            Reaction.of(new ConfirmTip(event.orderId(), event.paymentId(), event.occurredAt())));
  }
}
