package id.antar.dispatch.road;

import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeIterator;
import com.graphhopper.util.EdgeIteratorState;
import org.jspecify.annotations.Nullable;

/// Where a place holds on to the streets: a junction, or a point of one street with the ways to its
/// two ends, exactly as GraphHopper's router cuts the street for a route. Its labels are found when
/// they are first asked for.
final class Anchor {

  /// The direct way along one street.
  record Stretch(double weight, int millis) {
    static final Stretch CLOSED = new Stretch(Label.NO_WAY, 0);
  }

  private record Tie(int node, Stretch leave, Stretch arrive) {}

  private static final int JUNCTION = -1;
  private static final Stretch HERE = new Stretch(0, 0);

  private final Snap snap;
  private final int street;
  private final Tie[] ties;
  private volatile @Nullable Label out;
  private volatile @Nullable Label in;

  private Anchor(Snap snap, int street, Tie... ties) {
    this.snap = snap;
    this.street = street;
    this.ties = ties;
  }

  static Anchor of(Snap snap, BaseGraph streets, Hierarchy hierarchy) {
    Snap cut = copy(snap);
    QueryGraph cutStreets = QueryGraph.create(streets, cut);
    int node = cut.getClosestNode();
    if (!cutStreets.isVirtualNode(node)) {
      return new Anchor(snap, JUNCTION, new Tie(hierarchy.rank(node), HERE, HERE));
    }
    var ties = new Tie[2];
    EdgeIterator edge = cutStreets.createEdgeExplorer().setBaseNode(node);
    for (int i = 0; edge.next(); i++) {
      ties[i] =
          new Tie(
              hierarchy.rank(edge.getAdjNode()),
              stretch(edge, false, hierarchy.weighting()),
              stretch(edge, true, hierarchy.weighting()));
    }
    return new Anchor(snap, snap.getClosestEdge().getEdge(), ties);
  }

  /// A query graph changes the snaps that it is made of.
  static Snap copy(Snap snap) {
    var copy = new Snap(snap.getQueryPoint().getLat(), snap.getQueryPoint().getLon());
    copy.setClosestNode(snap.getClosestNode());
    copy.setClosestEdge(snap.getClosestEdge().detach(false));
    copy.setQueryDistance(snap.getQueryDistance());
    copy.setSnappedPosition(snap.getSnappedPosition());
    copy.setWayIndex(snap.getWayIndex());
    copy.setSnappedPoint(snap.getSnappedPoint());
    return copy;
  }

  Snap snap() {
    return snap;
  }

  /// What can be reached from here.
  Label out(Hierarchy hierarchy, UpwardSearch search) {
    Label known = out;
    if (known == null) {
      for (Tie tie : ties) {
        search.start(tie.node(), tie.leave().weight(), tie.leave().millis());
      }
      known = search.run(hierarchy.out, hierarchy.in);
      out = known;
    }
    return known;
  }

  /// From where this can be reached.
  Label in(Hierarchy hierarchy, UpwardSearch search) {
    Label known = in;
    if (known == null) {
      for (Tie tie : ties) {
        search.start(tie.node(), tie.arrive().weight(), tie.arrive().millis());
      }
      known = search.run(hierarchy.in, hierarchy.out);
      in = known;
    }
    return known;
  }

  boolean sharesStreetWith(Anchor other) {
    return street != JUNCTION && street == other.street;
  }

  /// The way to another place in the same street that does not leave the street.
  Stretch along(Anchor to, BaseGraph streets, Weighting weighting) {
    Snap start = copy(snap);
    Snap end = copy(to.snap);
    QueryGraph cutStreets = QueryGraph.create(streets, start, end);
    if (start.getClosestNode() == end.getClosestNode()) {
      return HERE;
    }
    EdgeIterator edge = cutStreets.createEdgeExplorer().setBaseNode(start.getClosestNode());
    while (edge.next()) {
      if (edge.getAdjNode() == end.getClosestNode()) {
        return stretch(edge, false, weighting);
      }
    }
    return Stretch.CLOSED;
  }

  private static Stretch stretch(EdgeIteratorState edge, boolean reverse, Weighting weighting) {
    double weight = weighting.calcEdgeWeight(edge, reverse);
    return Double.isInfinite(weight)
        ? Stretch.CLOSED
        : new Stretch(weight, Math.toIntExact(weighting.calcEdgeMillis(edge, reverse)));
  }
}
