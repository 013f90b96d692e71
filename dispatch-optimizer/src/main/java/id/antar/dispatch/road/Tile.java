package id.antar.dispatch.road;

import com.graphhopper.util.shapes.BBox;
import id.antar.api.road.RoadQuery.GetTile;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/// A square of the world in Web Mercator, where the world is one unit wide, and 0, 0 is its south
/// west. Tiles are counted from the north west.
record Tile(int zoom, int x, int y) {

  /// Lines go on so far beyond a tile, in sides, that their ends cannot be seen.
  private static final double BUFFER = 1.0 / 64;

  /// Empty for a tile that there cannot be.
  static Optional<Tile> find(int zoom, int x, int y) {
    boolean possible =
        zoom >= GetTile.LEAST_ZOOM
            && zoom <= GetTile.MOST_ZOOM
            && Math.min(x, y) >= 0
            && Math.max(x, y) < 1 << zoom;
    return possible ? Optional.of(new Tile(zoom, x, y)) : Optional.empty();
  }

  static Coordinate project(double latitude, double longitude) {
    double sine = Math.sin(Math.toRadians(latitude));
    double north = Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    return new Coordinate(longitude / 360 + 0.5, 0.5 + north);
  }

  double side() {
    return 1.0 / (1 << zoom);
  }

  Envelope envelope() {
    double top = 1 - y * side();
    return new Envelope(x * side(), (x + 1) * side(), top - side(), top);
  }

  Envelope bufferedEnvelope() {
    Envelope wide = envelope();
    wide.expandBy(BUFFER * side());
    return wide;
  }

  /// In degrees, with the buffer.
  BBox withBuffer() {
    Envelope wide = bufferedEnvelope();
    return new BBox(
        longitude(wide.getMinX()),
        longitude(wide.getMaxX()),
        latitude(wide.getMinY()),
        latitude(wide.getMaxY()));
  }

  private static double longitude(double x) {
    return (x - 0.5) * 360;
  }

  private static double latitude(double y) {
    return Math.toDegrees(Math.atan(Math.sinh(2 * Math.PI * (y - 0.5))));
  }
}
