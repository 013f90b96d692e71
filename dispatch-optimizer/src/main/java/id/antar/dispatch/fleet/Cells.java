package id.antar.dispatch.fleet;

import com.uber.h3core.H3Core;
import com.uber.h3core.util.LatLng;
import id.antar.api.geo.GeoPoint;
import id.antar.dispatch.fleet.Cell.Ring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The H3 cells that anyone has been in or searched, each made once, measured once, and kept.
final class Cells {

  /// About 350 m from centre to centre.
  private static final int RESOLUTION = 9;

  /// Few searches go further than two or three rings out. Those that find too few couriers go on,
  /// and ten times faster where rings are remembered: so many take 13 kB.
  private static final int REMEMBERED_RINGS = 32;

  /// Cells are measured by their corners, which H3 gives to about a millimetre: half a metre is
  /// ample.
  private static final double SLACK = 8e-8;

  private final H3Core h3;
  private final ConcurrentMap<Long, Cell> byId = new ConcurrentHashMap<>();

  Cells() {
    try {
      this.h3 = H3Core.newInstance();
    } catch (IOException e) {
      throw new UncheckedIOException("H3's native library does not load.", e);
    }
  }

  Cell at(GeoPoint point) {
    return get(h3.latLngToCell(point.latitude(), point.longitude(), RESOLUTION));
  }

  /// The cells that are exactly so many steps away. A line from cell to cell leaves none out, so
  /// whatever lies beyond a ring is further away than the nearest point of some cell of it.
  Ring ring(Cell centre, int steps) {
    Ring[] known = centre.rings;
    if (steps < known.length) {
      return known[steps];
    }
    Cell[] cells = h3.gridRing(centre.id, steps).stream().map(this::get).toArray(Cell[]::new);
    double chord = Arrays.stream(cells).mapToDouble(c -> c.leastChordTo(centre)).min().orElse(0);
    var ring = new Ring(cells, chord);
    if (steps == known.length && steps <= REMEMBERED_RINGS) {
      Ring[] more = Arrays.copyOf(known, steps + 1);
      more[steps] = ring;
      centre.rings = more;
    }
    return ring;
  }

  private Cell get(long id) {
    Cell known = byId.get(id);
    return known != null ? known : byId.computeIfAbsent(id, this::measure);
  }

  /// A cell's sides are arcs of great circles, so it lies between a circle that touches the nearest
  /// side and one through the furthest corner.
  private Cell measure(long id) {
    Direction centre = direction(h3.cellToLatLng(id));
    List<Direction> corners = h3.cellToBoundary(id).stream().map(Cells::direction).toList();
    double inner = Double.POSITIVE_INFINITY;
    double outer = 0;
    Direction last = corners.getLast();
    for (Direction corner : corners) {
      inner = Math.min(inner, centre.distanceToCircle(last, corner));
      outer = Math.max(outer, centre.chordSquaredTo(corner));
      last = corner;
    }
    return new Cell(id, centre, inner - SLACK, Math.sqrt(outer) + SLACK);
  }

  private static Direction direction(LatLng point) {
    return Direction.of(point.lat, point.lng);
  }
}
