package id.antar.command.payment;

import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// The money is asked for, unless it is paid at the door.
@ProcessingGroup(PaymentConfiguration.GROUP)
@DisallowReplay
final class WhenPaymentRequestedThenAskGateway {

  private final Reacting reacting;

  WhenPaymentRequestedThenAskGateway(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(PaymentRequested event) {
    reacting.carryOut(react(event));
  }

  static List<Reaction> react(PaymentRequested event) {
    return event.choice().method().isPrepaid()
        ? List.of(Reaction.of(new AskGateway(event.paymentId(), true, 1)))
        : List.of();
  }
}
