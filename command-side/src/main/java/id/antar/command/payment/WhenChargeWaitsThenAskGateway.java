package id.antar.command.payment;

import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentEvent.ChargeAuthorised;
import id.antar.api.payment.PaymentEvent.ChargeRequested;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentEvent.VoidRequested;
import id.antar.api.payment.PaymentPart;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// The money is asked for, unless it is paid at the door; what is only reserved is taken, and what
/// is not wanted any more is called off.
@ProcessingGroup(PaymentConfiguration.GROUP)
@DisallowReplay
final class WhenChargeWaitsThenAskGateway {

  private final Reacting reacting;

  WhenChargeWaitsThenAskGateway(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(PaymentRequested event) {
    reacting.carryOut(react(event));
  }

  @EventHandler
  void on(ChargeRequested event) {
    reacting.carryOut(ask(event.chargeId()));
  }

  @EventHandler
  void on(ChargeAuthorised event) {
    reacting.carryOut(ask(event.chargeId()));
  }

  @EventHandler
  void on(VoidRequested event) {
    reacting.carryOut(ask(event.chargeId()));
  }

  static List<Reaction> react(PaymentRequested event) {
    return event.parts().stream()
        .filter(PaymentPart::isPrepaid)
        .map(part -> ask(new ChargeId(event.paymentId(), part.number(), 1)))
        .toList();
  }

  private static Reaction ask(ChargeId chargeId) {
    return Reaction.of(new AskAboutCharge(chargeId, 1));
  }
}
