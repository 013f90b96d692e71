package id.antar.bench.road;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.GraphHopper;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.json.Statement;
import com.graphhopper.routing.ch.CHRoutingAlgorithmFactory;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.querygraph.QueryRoutingCHGraph;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.GHUtility;
import com.graphhopper.util.PMap;
import id.antar.api.geo.GeoPoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// GraphHopper's own ways to fill a matrix, at their best: all places are snapped before the clock
/// starts and share one query graph, and no geometry is asked for. A street with many places in it
/// is cut into as many pieces, each timed in whole milliseconds, so such a route can differ from
/// the route of one leg by a second now and then: [#seconds] is the truth that times are held
/// against.
final class Router implements AutoCloseable {

  static final int NO_WAY = -1;

  private static final String NAME = "scooter";
  private static final String BICYCLE = "bicycle";

  private final GraphHopper hopper;
  private final Weighting weighting;
  private final EdgeFilter usable;

  Router(Path preparedGraph) {
    this.hopper = new GraphHopper();
    hopper
        .setGraphHopperLocation(preparedGraph.toString())
        .setAllowWrites(false)
        .setProfiles(
            new Profile(NAME)
                .setCustomModel(
                    GHUtility.loadCustomModelFromJar("car.json")
                        .addToPriority(
                            Statement.If(
                                "road_class == MOTORWAY || road_class == TRUNK",
                                Statement.Op.MULTIPLY,
                                "0"))
                        .addToSpeed(Statement.If("true", Statement.Op.LIMIT, "45"))),
            new Profile(BICYCLE).setCustomModel(GHUtility.loadCustomModelFromJar("bike.json")));
    hopper.getCHPreparationHandler().setCHProfiles(new CHProfile(NAME), new CHProfile(BICYCLE));
    if (!hopper.load()) {
      throw new IllegalStateException("There is no prepared graph in " + preparedGraph + ".");
    }
    this.weighting = hopper.createWeighting(hopper.getProfile(NAME), new PMap());
    var stranded = hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(NAME));
    this.usable = new DefaultSnapFilter(weighting, stranded);
  }

  int nodes() {
    return hopper.getBaseGraph().getNodes();
  }

  /// One leg as anybody would ask for it.
  int seconds(GeoPoint from, GeoPoint to) {
    var request =
        new GHRequest(from.latitude(), from.longitude(), to.latitude(), to.longitude())
            .setProfile(NAME)
            .putHint("calc_points", false)
            .putHint("instructions", false);
    GHResponse response = hopper.route(request);
    return response.hasErrors() ? NO_WAY : rounded(response.getBest().getTime());
  }

  /// Places on the streets, ready to be routed between.
  final class Snapped {
    private final QueryGraph graph;
    private final int[] from;
    private final int[] to;

    Snapped(List<GeoPoint> from, List<GeoPoint> to) {
      var snaps = new ArrayList<Snap>();
      from.forEach(point -> snaps.add(snap(point)));
      to.forEach(point -> snaps.add(snap(point)));
      this.graph = QueryGraph.create(hopper.getBaseGraph(), snaps);
      int[] nodes = snaps.stream().mapToInt(Snap::getClosestNode).toArray();
      this.from = Arrays.copyOf(nodes, from.size());
      this.to = Arrays.copyOfRange(nodes, from.size(), nodes.length);
    }

    /// Point to point on the contraction hierarchy, for the first so many rows.
    int[] pointToPoint(int rows) {
      var hierarchy = new QueryRoutingCHGraph(hopper.getCHGraphs().get(NAME), graph);
      var seconds = new int[rows * to.length];
      for (int i = 0; i < seconds.length; i++) {
        var path =
            new CHRoutingAlgorithmFactory(hierarchy)
                .createAlgo(new PMap())
                .calcPath(from[i / to.length], to[i % to.length]);
        seconds[i] = path.isFound() ? rounded(path.getTime()) : NO_WAY;
      }
      return seconds;
    }

    /// One Dijkstra search from each of the first so many places to all streets.
    int[] oneToMany(int rows) {
      Weighting cut = graph.wrapWeighting(weighting);
      var seconds = new int[rows * to.length];
      for (int i = 0; i < rows; i++) {
        Map<Integer, Integer> reached = new HashMap<>();
        for (int node : to) {
          reached.put(node, NO_WAY);
        }
        var tree = new ShortestPathTree(graph, cut, false, TraversalMode.NODE_BASED);
        tree.setWeightLimit(Double.MAX_VALUE);
        tree.search(
            from[i], label -> reached.computeIfPresent(label.node, (_, _) -> rounded(label.time)));
        for (int j = 0; j < to.length; j++) {
          seconds[i * to.length + j] = reached.getOrDefault(to[j], NO_WAY);
        }
      }
      return seconds;
    }
  }

  private Snap snap(GeoPoint point) {
    return hopper.getLocationIndex().findClosest(point.latitude(), point.longitude(), usable);
  }

  private static int rounded(long millis) {
    return Math.toIntExact(Math.round(millis / 1000.0));
  }

  @Override
  public void close() {
    hopper.close();
  }
}
