package id.antar.gateway.stream.place;

import com.uber.h3core.AreaUnit;
import com.uber.h3core.H3Core;
import com.uber.h3core.PolygonToCellsFlags;
import com.uber.h3core.util.LatLng;
import id.antar.api.geo.GeoPoint;
import id.antar.gateway.stream.hub.Topic;
import id.antar.gateway.stream.hub.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The map cut into H3 cells.
final class Cells {

  /// Cells of about 1 km from side to side. Finer ones would mean more frames of fewer positions
  /// for who sees a town, coarser ones much beyond the edges for who sees a street.
  static final int RESOLUTION = 8;

  /// What one window consists of at most; a town of 18 by 18 km.
  static final int MOST = 500;

  private static final double EARTH_RADIUS_KM = 6_371.0088;

  /// Where meridians run together, a small area may still reach around the pole.
  private static final double WIDEST_DEGREES = 10;

  private static final int DIGIT_BITS = 3;
  private static final int MOST_DIGITS = 15;
  private static final int RESOLUTION_SHIFT = 52;
  private static final long RESOLUTION_MASK = 0xFL << RESOLUTION_SHIFT;

  private final H3Core h3;

  Cells() {
    try {
      this.h3 = H3Core.newInstance();
    } catch (IOException e) {
      throw new UncheckedIOException("H3's native library does not load.", e);
    }
  }

  long at(GeoPoint point) {
    return h3.latLngToCell(point.latitude(), point.longitude(), RESOLUTION);
  }

  /// The cell of a coarser resolution that this one belongs to. It has the same digits, as many as
  /// its resolution; the others, of three bits each, are all ones.
  static long parent(long cell, int resolution) {
    long unused = (1L << DIGIT_BITS * (MOST_DIGITS - resolution)) - 1;
    return cell & ~RESOLUTION_MASK | (long) resolution << RESOLUTION_SHIFT | unused;
  }

  /// All cells that lie in the window, also in part; nothing if there are too many.
  Optional<Set<Topic.OfCell>> findCover(Window window) {
    if (window.east() - window.west() > WIDEST_DEGREES || count(window, RESOLUTION) > MOST) {
      return Optional.empty();
    }
    var cells = new HashSet<Topic.OfCell>();
    h3.polygonToCellsExperimental(
            corners(window), List.of(), RESOLUTION, PolygonToCellsFlags.containment_overlapping)
        .forEach(cell -> cells.add(new Topic.OfCell(cell)));
    return cells.size() > MOST ? Optional.empty() : Optional.of(cells);
  }

  /// The finest resolution above the usual one in which a window has a bearable number of cells.
  int densityResolution(Window window) {
    int resolution = RESOLUTION - 1;
    while (resolution > 0 && count(window, resolution) > MOST) {
      resolution--;
    }
    return resolution;
  }

  private double count(Window window, int resolution) {
    double height =
        Math.sin(Math.toRadians(window.north())) - Math.sin(Math.toRadians(window.south()));
    double width = Math.toRadians(window.east() - window.west());
    double area = EARTH_RADIUS_KM * EARTH_RADIUS_KM * width * height;
    return area / h3.getHexagonAreaAvg(resolution, AreaUnit.km2);
  }

  private static List<LatLng> corners(Window window) {
    return List.of(
        new LatLng(window.south(), window.west()),
        new LatLng(window.south(), window.east()),
        new LatLng(window.north(), window.east()),
        new LatLng(window.north(), window.west()));
  }
}
