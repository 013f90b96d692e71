package id.antar.dispatch.road;

import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.RoutingCHEdgeExplorer;
import com.graphhopper.storage.RoutingCHEdgeIterator;
import com.graphhopper.storage.RoutingCHGraph;

/// One vehicle's contraction hierarchy (Geisberger et al. 2008) as flat arrays: for each node the
/// edges and shortcuts that lead to more important nodes, with GraphHopper's weight (which decides
/// the way) and the milliseconds of the streets below (which are the answer). A node is known here
/// by its rank, 0 being the most important: searches end in few, neighbouring places of memory.
///
/// Not supported: turn costs, for which GraphHopper's hierarchy is kept by edges.
final class Hierarchy {

  /// The ways up from each node.
  static final class Upward {
    final int[] first;
    final int[] head;
    final double[] weight;
    final int[] millis;

    private Upward(int[] first, int edges) {
      this.first = first;
      this.head = new int[edges];
      this.weight = new double[edges];
      this.millis = new int[edges];
    }
  }

  /// In the direction of travel.
  final Upward out;

  /// Against the direction of travel.
  final Upward in;

  private final RoutingCHGraph graph;
  private final ShortcutTimes times;
  private final int[] nodeAt;

  private Hierarchy(RoutingCHGraph graph) {
    this.graph = graph;
    this.times = new ShortcutTimes(graph);
    this.nodeAt = new int[graph.getNodes()];
    for (int node = 0; node < nodeAt.length; node++) {
      nodeAt[rank(node)] = node;
    }
    this.out = upward(graph.createOutEdgeExplorer(), false);
    this.in = upward(graph.createInEdgeExplorer(), true);
  }

  static Hierarchy of(RoutingCHGraph graph) {
    if (graph.isEdgeBased() || graph.hasTurnCosts()) {
      throw new IllegalArgumentException(
          "The travel times know no turn costs, but the profile has them.");
    }
    return new Hierarchy(graph);
  }

  int nodes() {
    return nodeAt.length;
  }

  int rank(int node) {
    return graph.getNodes() - 1 - graph.getLevel(node);
  }

  int nodeAt(int rank) {
    return nodeAt[rank];
  }

  Weighting weighting() {
    return graph.getWeighting();
  }

  private Upward upward(RoutingCHEdgeExplorer explorer, boolean reverse) {
    int[] first = new int[nodeAt.length + 1];
    for (int rank = 0; rank < nodeAt.length; rank++) {
      int edges = 0;
      RoutingCHEdgeIterator edge = explorer.setBaseNode(nodeAt[rank]);
      while (edge.next()) {
        edges += rank(edge.getAdjNode()) < rank ? 1 : 0;
      }
      first[rank + 1] = first[rank] + edges;
    }
    var upward = new Upward(first, first[nodeAt.length]);
    int end = 0;
    for (int rank = 0; rank < nodeAt.length; rank++) {
      int start = end;
      RoutingCHEdgeIterator edge = explorer.setBaseNode(nodeAt[rank]);
      while (edge.next()) {
        if (rank(edge.getAdjNode()) < rank) {
          end = add(upward, start, end, edge, reverse);
        }
      }
      first[rank] = start;
    }
    first[nodeAt.length] = end;
    return upward;
  }

  /// Of parallel ways the lightest is kept.
  private int add(Upward upward, int start, int end, RoutingCHEdgeIterator edge, boolean reverse) {
    int head = rank(edge.getAdjNode());
    double weight = edge.getWeight(reverse);
    int at = start;
    while (at < end && upward.head[at] != head) {
      at++;
    }
    if (at == end || weight < upward.weight[at]) {
      upward.head[at] = head;
      upward.weight[at] = weight;
      upward.millis[at] = millis(edge, reverse);
    }
    return Math.max(end, at + 1);
  }

  private int millis(RoutingCHEdgeIterator edge, boolean reverse) {
    int to = reverse ? edge.getBaseNode() : edge.getAdjNode();
    return edge.isShortcut()
        ? times.ofShortcut(edge.getEdge(), to)
        : ShortcutTimes.ofStreet(graph, edge.getOrigEdge(), to);
  }
}
