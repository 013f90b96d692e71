package id.antar.gateway.stream.place;

import id.antar.api.courier.CourierEvent.ShiftEnded;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/// Who ends a shift leaves the map at once.
@ProcessingGroup("gateway.stream")
final class ShiftFeed {

  private final LastPositions last;

  ShiftFeed(LastPositions last) {
    this.last = last;
  }

  @EventHandler
  void on(ShiftEnded event) {
    last.endShift(event.courierId(), event.occurredAt());
  }
}
