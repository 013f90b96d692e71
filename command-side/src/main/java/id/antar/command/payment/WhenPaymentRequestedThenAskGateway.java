package id.antar.command.payment;

import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.command.payment.PaymentGateway.Charge;
import id.antar.command.payment.PaymentGateway.Transfer;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// The money is asked for, unless it is paid at the door.
@ProcessingGroup(PaymentConfiguration.GROUP)
@DisallowReplay
final class WhenPaymentRequestedThenAskGateway {

  private final AskingGateway asking;

  WhenPaymentRequestedThenAskGateway(AskingGateway asking) {
    this.asking = asking;
  }

  @EventHandler
  void on(PaymentRequested event) {
    react(event).ifPresent(charge -> asking.ask(charge, 1));
  }

  static Optional<Transfer> react(PaymentRequested event) {
    return event.choice().method().isPrepaid()
        ? Optional.of(
            new Charge(event.paymentId(), event.orderId(), event.amount(), event.choice()))
        : Optional.empty();
  }
}
