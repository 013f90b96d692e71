package id.antar.command.payment;

import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// The money is sent back.
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

  static Reaction react(RefundRequested event) {
    return Reaction.of(new AskGateway(event.paymentId(), false, 1));
  }
}
