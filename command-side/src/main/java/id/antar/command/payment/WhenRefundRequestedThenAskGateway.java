package id.antar.command.payment;

import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.command.payment.PaymentGateway.Refund;
import id.antar.command.payment.PaymentGateway.Transfer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// The money is sent back.
@ProcessingGroup(PaymentConfiguration.GROUP)
@DisallowReplay
final class WhenRefundRequestedThenAskGateway {

  private final AskingGateway asking;

  WhenRefundRequestedThenAskGateway(AskingGateway asking) {
    this.asking = asking;
  }

  @EventHandler
  void on(RefundRequested event) {
    asking.ask(react(event), 1);
  }

  static Transfer react(RefundRequested event) {
    return new Refund(event.paymentId(), event.orderId(), event.amount(), event.transactionId());
  }
}
