package id.antar.command.timeout;

import id.antar.api.payment.PaymentCommand.ExpirePayment;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// A payment that has not come by its expiry has failed.
@ProcessingGroup(TimeoutConfiguration.GROUP)
@DisallowReplay
final class WhenPaymentRequestedThenSetItsExpiry {

  private final ScheduleTimeout timeouts;

  WhenPaymentRequestedThenSetItsExpiry(ScheduleTimeout timeouts) {
    this.timeouts = timeouts;
  }

  @EventHandler
  void on(PaymentRequested event) {
    react(event).schedule(timeouts);
  }

  static Timeout react(PaymentRequested event) {
    return new Timeout(
        "payment:" + event.paymentId() + ":expiry",
        event.expiresAt(),
        new ExpirePayment(event.paymentId(), event.expiresAt()));
  }
}
