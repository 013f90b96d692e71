package id.antar.gateway.stream.hub;

import java.util.regex.Pattern;

/// A part of the map between two parallels and two meridians, in degrees. It has an inside, and
/// does not reach across the antimeridian.
public record Window(double south, double west, double north, double east) {

  private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,20})?(e-\\d{1,2})?");

  public Window {
    if (!(south >= -90 && south < north && north <= 90)) {
      throw new IllegalArgumentException(
          "south (" + south + ") and north (" + north + ") are no two parallels in their order.");
    }
    if (!(west >= -180 && west < east && east <= 180)) {
      throw new IllegalArgumentException(
          "west (" + west + ") and east (" + east + ") are no two meridians in their order.");
    }
  }

  /// @param bounds `<south>,<west>,<north>,<east>`
  static Window parse(String bounds) {
    String[] sides = bounds.split(",", -1);
    if (sides.length != 4) {
      throw new IllegalArgumentException("(" + bounds + ") are not four numbers.");
    }
    return new Window(degrees(sides[0]), degrees(sides[1]), degrees(sides[2]), degrees(sides[3]));
  }

  private static double degrees(String text) {
    if (!DEGREES.matcher(text).matches()) {
      throw new IllegalArgumentException("(" + text + ") is not a number of degrees.");
    }
    return Double.parseDouble(text);
  }

  public boolean contains(double latitude, double longitude) {
    return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
  }
}
