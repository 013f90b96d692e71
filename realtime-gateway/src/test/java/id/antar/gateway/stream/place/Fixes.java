package id.antar.gateway.stream.place;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.position.LiveUpdate.CourierPosition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Fixes of a few couriers.
final class Fixes {

  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private Fixes() {}

  static CourierPosition fix(String courier, double latitude, double longitude) {
    return fix(courier, latitude, longitude, 90.0, 5.0, NOON);
  }

  static CourierPosition fix(
      String courier,
      double latitude,
      double longitude,
      @Nullable Double heading,
      @Nullable Double speed,
      Instant occurredAt) {
    return new CourierPosition(
        new CourierId(courier),
        new GeoPoint(latitude, longitude),
        heading,
        speed,
        null,
        17,
        occurredAt,
        occurredAt,
        1);
  }

  static CourierPosition numbered(long sequence, CourierPosition fix) {
    return new CourierPosition(
        fix.courierId(),
        fix.point(),
        fix.headingDegrees(),
        fix.speedMetresPerSecond(),
        fix.accuracyMetres(),
        sequence,
        fix.occurredAt(),
        fix.receivedAt(),
        fix.receivedNanos());
  }
}
