package id.antar.command.payment;

import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.api.payment.PaymentMethod;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// The money is sent back. Cash waits for somebody to pay it out.
@ProcessingGroup(PaymentConfiguration.GROUP)
@DisallowReplay
final class WhenRefundRequestedThenAskGateway {

  private final Reacting reacting;

  WhenRefundRequestedThenAskGateway(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(RefundRequested event) {
    reacting.carryOut(react(event));
  }

  static List<Reaction> react(RefundRequested event) {
    return event.method() == PaymentMethod.CASH
        ? List.of()
        : List.of(Reaction.of(new AskForRefund(event.paymentId(), event.refundId(), 1)));
  }
}
