package id.antar.api.geo;

/// A place on the earth, WGS 84, in degrees.
public record GeoPoint(double latitude, double longitude) {

  private static final double EARTH_RADIUS_METRES = 6_371_008.8;

  public GeoPoint {
    if (!(latitude >= -90 && latitude <= 90)) {
      throw new IllegalArgumentException("latitude (" + latitude + ") is not within -90 and 90.");
    }
    if (!(longitude >= -180 && longitude <= 180)) {
      throw new IllegalArgumentException(
          "longitude (" + longitude + ") is not within -180 and 180.");
    }
  }

  /// Great-circle distance.
  public double metresTo(GeoPoint other) {
    double phi = Math.toRadians(latitude);
    double otherPhi = Math.toRadians(other.latitude);
    double a =
        square(Math.sin((otherPhi - phi) / 2))
            + Math.cos(phi)
                * Math.cos(otherPhi)
                * square(Math.sin(Math.toRadians(other.longitude - longitude) / 2));
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)));
  }

  private static double square(double x) {
    return x * x;
  }
}
