package id.antar.gateway.edge.request;

import id.antar.api.geo.GeoPoint;
import id.antar.gateway.edge.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Reads "near this place" out of a query.
public final class Near {

  private Near() {}

  public static @Nullable GeoPoint of(
      @Nullable Double latitude, @Nullable Double longitude, @Nullable Integer withinMetres) {
    if (latitude == null && longitude == null && withinMetres == null) {
      return null;
    }
    if (latitude == null || longitude == null) {
      String missing = latitude == null ? "latitude" : "longitude";
      throw missing(missing).asException();
    }
    if (withinMetres != null && withinMetres < 1) {
      String message = "withinMetres (" + withinMetres + ") is not above 0.";
      throw Problem.invalid("invalid-value", "withinMetres", message).asException();
    }
    return Valid.of(GeoPoint.class, "", () -> new GeoPoint(latitude, longitude));
  }

  private static Problem missing(String field) {
    String message = "A place needs latitude and longitude.";
    return Problem.of(400, "missing-field", message).at(field, message);
  }
}
