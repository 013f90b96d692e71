package id.antar.command.payment;

import id.antar.api.courier.CourierCommand.TakeCash;
import id.antar.api.payment.PaymentEvent.CashCollected;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// What a courier was paid at a door is the platform's, and in the courier's hand.
@ProcessingGroup(PaymentConfiguration.GROUP)
@DisallowReplay
final class WhenCashCollectedThenTakeCash {

  private final Reacting reacting;

  WhenCashCollectedThenTakeCash(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(CashCollected event) {
    reacting.carryOut(react(event));
  }

  static Reaction react(CashCollected event) {
    return Reaction.of(
        new TakeCash(event.courierId(), event.orderId(), event.amount(), event.occurredAt()));
  }
}
