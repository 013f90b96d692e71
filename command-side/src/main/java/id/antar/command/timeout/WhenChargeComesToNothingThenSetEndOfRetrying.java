package id.antar.command.timeout;

import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentCommand.GiveUpCharge;
import id.antar.api.payment.PaymentEvent.ChargeExpired;
import id.antar.api.payment.PaymentEvent.ChargeFailed;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/// A part that nobody tries again in time has failed.
@ProcessingGroup(TimeoutConfiguration.GROUP)
@DisallowReplay
final class WhenChargeComesToNothingThenSetEndOfRetrying {

  private final ScheduleTimeout timeouts;

  WhenChargeComesToNothingThenSetEndOfRetrying(ScheduleTimeout timeouts) {
    this.timeouts = timeouts;
  }

  @EventHandler
  void on(ChargeFailed event) {
    find(event.chargeId(), event.retryUntil()).ifPresent(it -> it.schedule(timeouts));
  }

  @EventHandler
  void on(ChargeExpired event) {
    find(event.chargeId(), event.retryUntil()).ifPresent(it -> it.schedule(timeouts));
  }

  private static Optional<Timeout> find(ChargeId charge, @Nullable Instant until) {
    return until == null
        ? Optional.empty()
        : Optional.of(
            new Timeout("payment:" + charge + ":retry", until, new GiveUpCharge(charge, until)));
  }
}
