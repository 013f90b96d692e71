package id.antar.dispatch.road;

import com.graphhopper.storage.RoutingCHEdgeIteratorState;
import com.graphhopper.storage.RoutingCHGraph;

/// Milliseconds on each shortcut, both ways: the sum over the streets that it stands for, each
/// rounded as GraphHopper's router rounds it.
final class ShortcutTimes {

  private static final int CLOSED = -1;

  private final RoutingCHGraph graph;
  private final int streets;
  private final int[] toUpper;
  private final int[] toLower;
  private final int[] upper;

  ShortcutTimes(RoutingCHGraph graph) {
    this.graph = graph;
    this.streets = graph.getEdges() - graph.getShortcuts();
    this.toUpper = new int[graph.getShortcuts()];
    this.toLower = new int[graph.getShortcuts()];
    this.upper = new int[graph.getShortcuts()];
    // A shortcut is made of streets and of shortcuts that are older, so their times are known.
    for (int i = 0; i < upper.length; i++) {
      RoutingCHEdgeIteratorState shortcut =
          graph.getEdgeIteratorState(streets + i, Integer.MIN_VALUE);
      upper[i] = shortcut.getAdjNode();
      toUpper[i] = throughTheMiddle(shortcut, shortcut.getAdjNode());
      toLower[i] = throughTheMiddle(shortcut, shortcut.getBaseNode());
    }
  }

  int ofShortcut(int edge, int to) {
    return upper[edge - streets] == to ? toUpper[edge - streets] : toLower[edge - streets];
  }

  static int ofStreet(RoutingCHGraph graph, int edge, int to) {
    var street = graph.getBaseGraph().getEdgeIteratorState(edge, to);
    var weighting = graph.getWeighting();
    return Double.isInfinite(weighting.calcEdgeWeight(street, false))
        ? CLOSED
        : Math.toIntExact(weighting.calcEdgeMillis(street, false));
  }

  private int throughTheMiddle(RoutingCHEdgeIteratorState shortcut, int to) {
    int last = shortcut.getSkippedEdge2();
    int before = shortcut.getSkippedEdge1();
    RoutingCHEdgeIteratorState lastEdge = graph.getEdgeIteratorState(last, to);
    if (lastEdge == null) {
      last = shortcut.getSkippedEdge1();
      before = shortcut.getSkippedEdge2();
      lastEdge = graph.getEdgeIteratorState(last, to);
    }
    int end = of(last, to);
    int start = of(before, lastEdge.getBaseNode());
    return start == CLOSED || end == CLOSED ? CLOSED : Math.addExact(start, end);
  }

  private int of(int edge, int to) {
    return edge < streets ? ofStreet(graph, edge, to) : ofShortcut(edge, to);
  }
}
