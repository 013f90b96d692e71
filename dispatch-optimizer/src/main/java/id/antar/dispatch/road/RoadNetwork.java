package id.antar.dispatch.road;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.ch.CHRoutingAlgorithmFactory;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.PMap;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.BBox;
import com.graphhopper.util.shapes.GHPoint3D;
import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.road.RoadQuery.MapView;
import id.antar.api.road.RoadQuery.RoadPoint;
import id.antar.api.road.RoadQuery.RouteView;
import id.antar.api.road.RoadQuery.Street;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The streets, and how long each vehicle takes on them: GraphHopper with contraction hierarchies
/// (Geisberger et al. 2008). Points are rounded to 1e-5 degrees (about a metre) and snapped to the
/// nearest road that belongs to the main network. Answers depend on nothing but the map. Safe for
/// any number of threads.
public final class RoadNetwork implements AutoCloseable {

  public static final String ATTRIBUTION = "© OpenStreetMap contributors, ODbL 1.0";

  /// A point further from every road is not covered.
  public static final double REACH_METRES = 300;

  private final GraphHopper hopper;
  private final String version;
  private final StreetWindow window;
  private final RoadTiles tiles;
  private final Map<Vehicle, VehicleRoads> roads = new EnumMap<>(Vehicle.class);

  private RoadNetwork(GraphHopper hopper, String version) {
    this.hopper = hopper;
    this.version = version;
    this.window = StreetWindow.of(hopper);
    this.tiles = new RoadTiles(hopper);
    for (Vehicle vehicle : Vehicle.values()) {
      String name = RoadProfiles.name(vehicle);
      var weighting = hopper.createWeighting(hopper.getProfile(name), new PMap());
      var stranded = hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(name));
      RoutingCHGraph graph = hopper.getCHGraphs().get(name);
      if (graph == null) {
        throw new IllegalStateException("The graph has no contraction hierarchy for " + name + ".");
      }
      var usable = new DefaultSnapFilter(weighting, stranded);
      roads.put(
          vehicle,
          new VehicleRoads(graph, hopper.getBaseGraph(), hopper.getLocationIndex(), usable));
    }
  }

  /// Opens the map, importing it first where that was not done before.
  ///
  /// @param mapFile `.osm.pbf`, `.osm.gz` or `.osm`
  /// @param workFolder where prepared graphs are kept
  /// @throws MapUnusable with advice
  public static RoadNetwork open(java.nio.file.Path mapFile, java.nio.file.Path workFolder) {
    if (!Files.isRegularFile(mapFile)) {
      throw new MapUnusable(
          "There is no map file "
              + mapFile.toAbsolutePath()
              + ". Maybe fetch an OpenStreetMap extract (.osm.pbf, .osm.gz or .osm) of the town and"
              + " name it in the configuration.");
    }
    String version = GraphCache.versionOf(mapFile);
    return new RoadNetwork(new GraphCache(workFolder).open(mapFile, version), version);
  }

  public String version() {
    return version;
  }

  public MapView describe() {
    BBox bounds = hopper.getBaseGraph().getBounds();
    return new MapView(
        version,
        ATTRIBUTION,
        new GeoPoint(bounds.minLat, bounds.minLon),
        new GeoPoint(bounds.maxLat, bounds.maxLon),
        Arrays.asList(Vehicle.values()));
  }

  /// Covered is what every vehicle can reach; the snapped point is the nearest of theirs.
  public RoadPoint locate(GeoPoint point) {
    boolean covered =
        hopper.getBaseGraph().getBounds().contains(point.latitude(), point.longitude());
    RoadPoint nearest = null;
    for (Vehicle vehicle : Vehicle.values()) {
      Snap snap = roads(vehicle).snapAnew(point);
      covered &= snap.isValid() && snap.getQueryDistance() <= REACH_METRES;
      if (snap.isValid()
          && (nearest == null || snap.getQueryDistance() < nearest.distanceMetres())) {
        nearest = new RoadPoint(true, toPoint(snap.getSnappedPoint()), snap.getQueryDistance());
      }
    }
    return nearest == null
        ? new RoadPoint(false, point, 0)
        : new RoadPoint(covered, nearest.snapped(), nearest.distanceMetres());
  }

  /// Whole seconds of the fastest way, or a guess where there is none, or empty where the two are
  /// too far apart for a guess. The same as in a matrix.
  public OptionalInt seconds(GeoPoint from, GeoPoint to, Vehicle vehicle) {
    int seconds = matrix(List.of(from), List.of(to), vehicle).seconds(0, 0);
    return seconds == TravelMatrix.UNREACHABLE ? OptionalInt.empty() : OptionalInt.of(seconds);
  }

  /// Whole seconds of the fastest way from each place to each other.
  public TravelMatrix matrix(List<GeoPoint> from, List<GeoPoint> to, Vehicle vehicle) {
    return roads(vehicle).matrix(rounded(from), rounded(to));
  }

  public Optional<RouteView> route(GeoPoint from, GeoPoint to, Vehicle vehicle) {
    Path path = fastest(rounded(from), rounded(to), vehicle);
    if (path == null) {
      return Optional.empty();
    }
    PointList points = path.calcPoints();
    var line = new ArrayList<GeoPoint>(points.size());
    for (int i = 0; i < points.size(); i++) {
      line.add(new GeoPoint(points.getLat(i), points.getLon(i)));
    }
    return Optional.of(new RouteView(path.getDistance(), path.getTime() / 1000.0, withEnds(line)));
  }

  /// The streets of a window, or nothing where there are more than `most`.
  public Optional<List<Street>> streets(
      GeoPoint southWest, GeoPoint northEast, boolean majorOnly, int most) {
    return window.find(
        new BBox(
            southWest.longitude(),
            northEast.longitude(),
            southWest.latitude(),
            northEast.latitude()),
        majorOnly,
        most);
  }

  /// A vector tile of the streets, zipped; nothing where the map has none.
  public Optional<byte[]> tile(int zoom, int x, int y) {
    return Tile.find(zoom, x, y).flatMap(tiles::find);
  }

  @Override
  public void close() {
    hopper.close();
  }

  /// A route within one place still has two ends.
  private static List<GeoPoint> withEnds(List<GeoPoint> line) {
    return line.size() == 1 ? List.of(line.getFirst(), line.getFirst()) : line;
  }

  private @Nullable Path fastest(GeoPoint from, GeoPoint to, Vehicle vehicle) {
    Optional<Anchor> start = roads(vehicle).anchor(from);
    Optional<Anchor> end = roads(vehicle).anchor(to);
    if (start.isEmpty() || end.isEmpty()) {
      return null;
    }
    Snap source = Anchor.copy(start.get().snap());
    Snap target = Anchor.copy(end.get().snap());
    QueryGraph queryGraph = QueryGraph.create(hopper.getBaseGraph(), source, target);
    Path path =
        new CHRoutingAlgorithmFactory(roads(vehicle).graph(), queryGraph)
            .createAlgo(new PMap())
            .calcPath(source.getClosestNode(), target.getClosestNode());
    return path.isFound() ? path : null;
  }

  private VehicleRoads roads(Vehicle vehicle) {
    VehicleRoads known = roads.get(vehicle);
    if (known == null) {
      throw new IllegalStateException("There are no roads for " + vehicle + ".");
    }
    return known;
  }

  private static List<GeoPoint> rounded(List<GeoPoint> points) {
    return points.stream().map(RoadNetwork::rounded).toList();
  }

  private static GeoPoint toPoint(GHPoint3D point) {
    return new GeoPoint(point.getLat(), point.getLon());
  }

  static GeoPoint rounded(GeoPoint point) {
    return new GeoPoint(
        Math.round(point.latitude() * 1e5) / 1e5, Math.round(point.longitude() * 1e5) / 1e5);
  }
}
