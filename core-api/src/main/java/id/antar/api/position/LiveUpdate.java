package id.antar.api.position;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that is true for a moment: the latest wins, nothing of it is an event.
public sealed interface LiveUpdate {

  /// A courier's fix.
  ///
  /// @param sequence the phone's own counter; a fix that does not exceed the last one is stale
  /// @param occurredAt the phone's clock
  /// @param receivedAt the gateway's clock
  /// @param receivedNanos `System.nanoTime()` of the gateway that received it; means nothing
  ///   elsewhere
  record CourierPosition(
      CourierId courierId,
      GeoPoint point,
      @Nullable Double headingDegrees,
      @Nullable Double speedMetresPerSecond,
      @Nullable Double accuracyMetres,
      long sequence,
      Instant occurredAt,
      Instant receivedAt,
      long receivedNanos)
      implements LiveUpdate {

    /// After so long a phone may be another one, which counts anew.
    private static final Duration MAY_COUNT_ANEW = Duration.ofMinutes(2);

    /// Whether the courier was here after having been there.
    public boolean follows(CourierPosition last) {
      return sequence > last.sequence || occurredAt.isAfter(last.occurredAt.plus(MAY_COUNT_ANEW));
    }
  }

  /// When the courier is expected at the order's next stop and at its door, estimated from the last
  /// fix.
  ///
  /// @param pickupEta absent once it is picked up
  record OrderEta(
      OrderId orderId,
      CourierId courierId,
      @Nullable Instant pickupEta,
      Instant dropoffEta,
      Instant estimatedAt)
      implements LiveUpdate {}
}
