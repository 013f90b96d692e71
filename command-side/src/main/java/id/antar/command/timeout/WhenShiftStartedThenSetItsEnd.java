package id.antar.command.timeout;

import id.antar.api.courier.CourierCommand.ExpireShift;
import id.antar.api.courier.CourierEvent.ShiftStarted;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// A shift that nobody ends, ends.
@ProcessingGroup(TimeoutConfiguration.GROUP)
@DisallowReplay
final class WhenShiftStartedThenSetItsEnd {

  private final ScheduleTimeout timeouts;

  WhenShiftStartedThenSetItsEnd(ScheduleTimeout timeouts) {
    this.timeouts = timeouts;
  }

  @EventHandler
  void on(ShiftStarted event) {
    react(event).schedule(timeouts);
  }

  static Timeout react(ShiftStarted event) {
    return new Timeout(
        "courier:" + event.courierId() + ":shift:" + event.occurredAt().toEpochMilli(),
        event.endsBy(),
        new ExpireShift(event.courierId(), event.occurredAt(), event.endsBy()));
  }
}
