package id.antar.gateway.road;

import id.antar.api.geo.GeoPoint;
import id.antar.api.road.RoadQuery.GetStreets;
import id.antar.api.road.RoadQuery.Street;
import id.antar.api.road.RoadQuery.StreetsView;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Valid;
import java.util.List;
import java.util.stream.Stream;

/// Streets for drawing, small on the wire: each is one row of numbers, latitude and longitude in
/// turn.
record StreetsAnswer(
    String mapVersion, String attribution, List<List<Double>> major, List<List<Double>> minor) {

  /// Together some 500 kB.
  private static final int MOST_STREETS = 5_000;

  private static final double LONGEST_SIDE_METRES = 20_000;

  static StreetsAnswer of(StreetsView view) {
    return new StreetsAnswer(
        view.mapVersion(), view.attribution(), rows(view, true), rows(view, false));
  }

  private static List<List<Double>> rows(StreetsView view, boolean major) {
    return view.streets().stream()
        .filter(street -> street.major() == major)
        .map(StreetsAnswer::row)
        .toList();
  }

  private static List<Double> row(Street street) {
    return street.line().stream()
        .flatMap(point -> Stream.of(point.latitude(), point.longitude()))
        .toList();
  }

  static GetStreets question(
      double south, double west, double north, double east, boolean majorOnly) {
    GeoPoint southWest = corner(south, west, "south", "west");
    GeoPoint northEast = corner(north, east, "north", "east");
    requireOrder("north", south < north);
    requireOrder("east", west < east);
    boolean tooLarge =
        southWest.metresTo(new GeoPoint(north, west)) > LONGEST_SIDE_METRES
            || southWest.metresTo(new GeoPoint(south, east)) > LONGEST_SIDE_METRES;
    if (tooLarge) {
      throw tooLarge().asException();
    }
    return new GetStreets(southWest, northEast, majorOnly, MOST_STREETS);
  }

  static Problem tooLarge() {
    String message =
        "A window has sides of at most %.0f km and %d streets; majorOnly leaves the others out."
            .formatted(LONGEST_SIDE_METRES / 1000, MOST_STREETS);
    return Problem.of(422, "window-too-large", message);
  }

  private static GeoPoint corner(double latitude, double longitude, String row, String column) {
    Valid.value(row, () -> new GeoPoint(latitude, 0));
    return Valid.value(column, () -> new GeoPoint(latitude, longitude));
  }

  private static void requireOrder(String field, boolean ordered) {
    if (!ordered) {
      String message = field + " is not beyond the side opposite to it.";
      throw Problem.invalid("invalid-value", field, message).asException();
    }
  }
}
