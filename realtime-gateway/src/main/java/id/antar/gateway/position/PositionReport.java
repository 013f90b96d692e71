package id.antar.gateway.position;

import id.antar.api.geo.GeoPoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A fix as a phone sends it.
///
/// @param heading degrees, clockwise from north
/// @param speed metres per second
/// @param accuracy metres
/// @param sequence grows with every fix of this phone, also over its restarts
public record PositionReport(
    double latitude,
    double longitude,
    @Nullable Double heading,
    @Nullable Double speed,
    @Nullable Double accuracy,
    long sequence,
    Instant occurredAt) {

  private static final double MOST_ACCURACY = 10_000;
  private static final double MOST_SPEED = 300;

  public PositionReport {
    var _ = new GeoPoint(latitude, longitude);
    requireWithin("heading", heading, 360);
    requireWithin("speed", speed, MOST_SPEED);
    requireWithin("accuracy", accuracy, MOST_ACCURACY);
    if (sequence < 0) {
      throw new IllegalArgumentException("sequence (" + sequence + ") is negative.");
    }
  }

  private static void requireWithin(String name, @Nullable Double value, double most) {
    if (value != null && !(value >= 0 && value <= most)) {
      throw new IllegalArgumentException(
          name + " (" + value + ") is not within 0 and " + most + ".");
    }
  }

  GeoPoint point() {
    return new GeoPoint(latitude, longitude);
  }
}
