package id.antar.api.geo;

/// What lies between two parallels and two meridians, in degrees. It never crosses the meridian at
/// 180°.
public record GeoBox(double south, double west, double north, double east) {

  public GeoBox {
    var _ = new GeoPoint(south, west);
    var _ = new GeoPoint(north, east);
    if (south > north || west > east) {
      throw new IllegalArgumentException("south is above north, or west is east of east.");
    }
  }

  /// @param text `south,west,north,east`
  public static GeoBox parse(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("A box is south,west,north,east.");
    }
    try {
      return new GeoBox(
          Double.parseDouble(parts[0]),
          Double.parseDouble(parts[1]),
          Double.parseDouble(parts[2]),
          Double.parseDouble(parts[3]));
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException("A box is four numbers: south,west,north,east.");
    }
  }
}
