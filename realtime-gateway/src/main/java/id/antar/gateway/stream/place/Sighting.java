package id.antar.gateway.stream.place;

import id.antar.api.courier.CourierId;
import id.antar.api.position.LiveUpdate.CourierPosition;
import java.time.Duration;
import java.time.Instant;

/// A courier's last fix, as far as this gateway knows.
///
/// @param number stands for the courier in binary frames, for as long as the gateway knows them
/// @param heardNanos when it was heard here, by `System.nanoTime()`
/// @param stale whether nothing was heard for so long that the courier may be elsewhere by now
public record Sighting(int number, CourierPosition fix, long heardNanos, boolean stale) {

  public CourierId courierId() {
    return fix.courierId();
  }

  Sighting asStale() {
    return new Sighting(number, fix, heardNanos, true);
  }

  /// How old the fix is, by the phone's clock; a phone whose clock is ahead has fixes of this
  /// moment.
  long ageMillis(Instant now) {
    return Math.max(0, Duration.between(fix.occurredAt(), now).toMillis());
  }
}
