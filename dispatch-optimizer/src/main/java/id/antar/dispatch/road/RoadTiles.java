package id.antar.dispatch.road;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import id.antar.api.road.RoadQuery.GetTile;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.JtsAdapter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtEncoder;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.UserDataKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerParams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/// The streets as Mapbox vector tiles (2.1): one layer, in which the streets of a class and name
/// are one feature, joined to long lines and made as simple as the zoom allows. The last tiles
/// asked for are kept. Safe for any number of threads.
final class RoadTiles {

  static final String LAYER = "roads";
  static final String CLASS = "class";
  static final String NAME = "name";

  /// Tiles, of some 30 kB at most in a town's midst.
  private static final int KEPT = 512;

  /// From this zoom on streets have names.
  private static final int NAMES_FROM = 13;

  /// How far a line may be from where it was, in 4096ths of a tile's side: a quarter of a pixel.
  private static final double TOLERANCE = 2;

  private static final double PER_TILE = MvtLayerParams.DEFAULT.getExtent();

  private record Kind(String roadClass, String name) {
    Map<String, Object> tags() {
      return name.isEmpty() ? Map.of(CLASS, roadClass) : Map.of(CLASS, roadClass, NAME, name);
    }
  }

  private final LocationIndex index;
  private final BaseGraph graph;
  private final EnumEncodedValue<RoadClass> roadClass;
  private final GeometryFactory shapes = new GeometryFactory();
  private final Memo<Tile, byte[]> kept = new Memo<>(KEPT);

  RoadTiles(GraphHopper hopper) {
    this.index = hopper.getLocationIndex();
    this.graph = hopper.getBaseGraph();
    this.roadClass =
        hopper.getEncodingManager().getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
  }

  /// Zipped; empty where the map has nothing.
  Optional<byte[]> find(Tile tile) {
    return tile.withBuffer().intersects(graph.getBounds())
        ? Optional.of(kept.get(tile, this::draw))
        : Optional.empty();
  }

  private byte[] draw(Tile tile) {
    var features = new ArrayList<Geometry>();
    streets(tile).forEach((kind, lines) -> features.addAll(feature(tile, kind, lines)));
    return zipped(
        MvtEncoder.encode(
            new JtsMvt(new JtsLayer(LAYER, features)),
            MvtLayerParams.DEFAULT,
            new UserDataKeyValueMapConverter()));
  }

  private static byte[] zipped(byte[] plain) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private Map<Kind, Collection<LineString>> streets(Tile tile) {
    var edges = new BitSet();
    index.query(tile.withBuffer(), edges::set);
    var streets = new LinkedHashMap<Kind, Collection<LineString>>();
    for (int id = edges.nextSetBit(0); id >= 0; id = edges.nextSetBit(id + 1)) {
      EdgeIteratorState edge = graph.getEdgeIteratorState(id, Integer.MIN_VALUE);
      RoadClass of = edge.get(roadClass);
      if (tile.zoom() >= shownFrom(of)) {
        String name = tile.zoom() >= NAMES_FROM ? edge.getName() : "";
        var kind = new Kind(of.name().toLowerCase(Locale.ROOT), name);
        streets.computeIfAbsent(kind, _ -> new ArrayList<>()).add(line(edge));
      }
    }
    return streets;
  }

  private LineString line(EdgeIteratorState edge) {
    PointList points = edge.fetchWayGeometry(FetchMode.ALL);
    var line = new Coordinate[points.size()];
    for (int i = 0; i < line.length; i++) {
      line[i] = Tile.project(points.getLat(i), points.getLon(i));
    }
    return shapes.createLineString(line);
  }

  /// Nothing if all of it lies beside the tile, or is too small to be seen.
  private List<Geometry> feature(Tile tile, Kind kind, Collection<LineString> lines) {
    var merger = new LineMerger();
    merger.add(lines);
    Geometry merged = shapes.buildGeometry(merger.getMergedLineStrings());
    Geometry simple = DouglasPeuckerSimplifier.simplify(merged, TOLERANCE * tile.side() / PER_TILE);
    Geometry drawn =
        JtsAdapter.createTileGeom(
            simple,
            tile.envelope(),
            tile.bufferedEnvelope(),
            shapes,
            MvtLayerParams.DEFAULT,
            geometry -> !geometry.isEmpty());
    drawn.setUserData(kind.tags());
    return drawn.isEmpty() ? List.of() : List.of(drawn);
  }

  private static int shownFrom(RoadClass kind) {
    return switch (kind) {
      case MOTORWAY, TRUNK, PRIMARY, SECONDARY -> GetTile.LEAST_ZOOM;
      case TERTIARY -> 12;
      case RESIDENTIAL, UNCLASSIFIED, LIVING_STREET, ROAD, BUSWAY -> 13;
      case SERVICE, PEDESTRIAN, TRACK, CYCLEWAY, OTHER -> 14;
      case BRIDLEWAY, STEPS, PATH, FOOTWAY, PLATFORM, CORRIDOR, CONSTRUCTION -> 15;
    };
  }
}
