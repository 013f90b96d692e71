package id.antar.infra.position;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.position.LiveUpdate;
import id.antar.api.position.LiveUpdate.CourierPosition;
import java.time.Instant;
import java.util.List;

/// Fixes of a few couriers.
final class Fixes {

  static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456789Z");

  private Fixes() {}

  static CourierPosition fix(String courier, long sequence) {
    return new CourierPosition(
        new CourierId(courier),
        new GeoPoint(43.73, 7.42),
        null,
        5.5,
        null,
        sequence,
        NOON,
        NOON.plusMillis(40),
        77);
  }

  static List<Long> sequences(List<? extends LiveUpdate> updates) {
    return updates.stream().map(it -> ((CourierPosition) it).sequence()).toList();
  }
}
