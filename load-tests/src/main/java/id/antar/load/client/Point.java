package id.antar.load.client;

import java.util.Locale;

/// A place on the earth, in degrees.
public record Point(double latitude, double longitude) {

  private static final double EARTH_RADIUS_METRES = 6_371_008.8;

  public double metresTo(Point other) {
    double phi = Math.toRadians(latitude);
    double otherPhi = Math.toRadians(other.latitude);
    double sinPhi = Math.sin((otherPhi - phi) / 2);
    double sinLambda = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
    double a = sinPhi * sinPhi + Math.cos(phi) * Math.cos(otherPhi) * sinLambda * sinLambda;
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)));
  }

  /// Clockwise from north, 0 to 360.
  public double headingTo(Point other) {
    double north = other.latitude - latitude;
    double east = (other.longitude - longitude) * Math.cos(Math.toRadians(latitude));
    return (Math.toDegrees(Math.atan2(east, north)) + 360) % 360;
  }

  public Point towards(Point other, double share) {
    return new Point(
        latitude + (other.latitude - latitude) * share,
        longitude + (other.longitude - longitude) * share);
  }

  /// As query parameters take it: `43.738412,7.424608`.
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.6f,%.6f", latitude, longitude);
  }
}
