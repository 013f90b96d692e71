package id.antar.dispatch.road;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.BBox;
import id.antar.api.geo.GeoPoint;
import id.antar.api.road.RoadQuery.Street;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// The streets of a window of the map, for drawing: each once, also where two of them lie on the
/// same line, in the order of the graph. Reads only, and so is safe for any number of threads.
final class StreetWindow {

  private final LocationIndex index;
  private final BaseGraph graph;
  private final EnumEncodedValue<RoadClass> roadClass;

  private StreetWindow(
      LocationIndex index, BaseGraph graph, EnumEncodedValue<RoadClass> roadClass) {
    this.index = index;
    this.graph = graph;
    this.roadClass = roadClass;
  }

  static StreetWindow of(GraphHopper hopper) {
    return new StreetWindow(
        hopper.getLocationIndex(),
        hopper.getBaseGraph(),
        hopper.getEncodingManager().getEnumEncodedValue(RoadClass.KEY, RoadClass.class));
  }

  /// Nothing where there are more than `most`.
  Optional<List<Street>> find(BBox window, boolean majorOnly, int most) {
    var streets = new LinkedHashSet<Street>();
    BitSet near = edgesNear(window);
    for (int id = near.nextSetBit(0); id >= 0; id = near.nextSetBit(id + 1)) {
      EdgeIteratorState edge = graph.getEdgeIteratorState(id, Integer.MIN_VALUE);
      boolean major = isMajor(edge.get(roadClass));
      PointList line = edge.fetchWayGeometry(FetchMode.ALL);
      if ((major || !majorOnly) && touches(line, window)) {
        streets.add(new Street(major, points(line)));
        if (streets.size() > most) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(List.copyOf(streets));
  }

  /// The index knows tiles: some of these lie beside the window, and it names one more than once.
  private BitSet edgesNear(BBox window) {
    var edges = new BitSet();
    index.query(window, edges::set);
    return edges;
  }

  private static boolean touches(PointList line, BBox window) {
    var bounds = BBox.createInverse(false);
    for (int i = 0; i < line.size(); i++) {
      bounds.update(line.getLat(i), line.getLon(i));
    }
    return bounds.minLat <= window.maxLat
        && bounds.maxLat >= window.minLat
        && bounds.minLon <= window.maxLon
        && bounds.maxLon >= window.minLon;
  }

  /// A bend that rounding has made one with the point before it is left out; both ends stay.
  private static List<GeoPoint> points(PointList line) {
    var points = new ArrayList<GeoPoint>(line.size());
    for (int i = 0; i < line.size(); i++) {
      var point = RoadNetwork.rounded(new GeoPoint(line.getLat(i), line.getLon(i)));
      boolean last = i == line.size() - 1;
      if (last || points.isEmpty() || !points.getLast().equals(point)) {
        points.add(point);
      }
    }
    return points;
  }

  private static boolean isMajor(RoadClass kind) {
    return switch (kind) {
      case MOTORWAY, TRUNK, PRIMARY, SECONDARY, TERTIARY -> true;
      case OTHER,
          RESIDENTIAL,
          UNCLASSIFIED,
          SERVICE,
          ROAD,
          TRACK,
          BRIDLEWAY,
          STEPS,
          CYCLEWAY,
          PATH,
          LIVING_STREET,
          FOOTWAY,
          PEDESTRIAN,
          PLATFORM,
          CORRIDOR,
          CONSTRUCTION,
          BUSWAY ->
          false;
    };
  }
}
