package id.antar.dispatch.road;

import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.storage.index.Snap;
import id.antar.api.geo.GeoPoint;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/// The streets as one vehicle uses them: travel times, many to many, by buckets on the contraction
/// hierarchy. What a place knows of the hierarchy is remembered, so a matrix of places that recur
/// is little more than the meeting of their labels. Safe for any number of threads.
///
/// A time is that of GraphHopper's own route, to the second: the same snapping, the same cut of the
/// street, the same weights decide. Only where two ways weigh the same, to a thousandth of a
/// second, may the other one be timed.
final class VehicleRoads {

  /// A place further from every road than this is off the network.
  private static final double LOST_METRES = 1000;

  /// Some 4 kB each in a city of 100,000 junctions; a round of a thousand orders and couriers needs
  /// about 3,000.
  private static final int REMEMBERED_PLACES = 8_192;

  /// Cutting a street twice takes some microseconds, and couriers wait in the merchant's street.
  private static final int REMEMBERED_STRETCHES = 8_192;

  /// Two places in one street.
  private record Neighbours(Anchor from, Anchor to) {}

  /// What a thread needs while it computes.
  private record Desk(UpwardSearch search, Buckets buckets) {}

  private final RoutingCHGraph graph;
  private final BaseGraph streets;
  private final LocationIndex index;
  private final EdgeFilter usable;
  private final Hierarchy hierarchy;
  private final StraightLine straight;
  private final Memo<GeoPoint, Optional<Anchor>> anchors = new Memo<>(REMEMBERED_PLACES);
  private final Memo<Neighbours, Anchor.Stretch> stretches = new Memo<>(REMEMBERED_STRETCHES);
  private final BlockingQueue<Desk> desks =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

  VehicleRoads(RoutingCHGraph graph, BaseGraph streets, LocationIndex index, EdgeFilter usable) {
    this.graph = graph;
    this.streets = streets;
    this.index = index;
    this.usable = usable;
    this.hierarchy = Hierarchy.of(graph);
    this.straight = StraightLine.learned(hierarchy, streets.getNodeAccess());
  }

  RoutingCHGraph graph() {
    return graph;
  }

  Snap snapAnew(GeoPoint point) {
    return index.findClosest(point.latitude(), point.longitude(), usable);
  }

  /// Where the place joins the network; empty when it is off it.
  Optional<Anchor> anchor(GeoPoint point) {
    return anchors.get(
        point,
        place ->
            Optional.of(snapAnew(place))
                .filter(snap -> snap.isValid() && snap.getQueryDistance() <= LOST_METRES)
                .map(snap -> Anchor.of(snap, streets, hierarchy)));
  }

  TravelMatrix matrix(List<GeoPoint> from, List<GeoPoint> to) {
    List<Optional<Anchor>> starts = from.stream().map(this::anchor).toList();
    List<Optional<Anchor>> ends = to.stream().map(this::anchor).toList();
    Desk desk = takeDesk();
    int[] seconds = seconds(desk, starts, ends);
    var _ = desks.offer(desk);
    return new TravelMatrix(to.size(), seconds, guess(from, to, seconds));
  }

  /// The smaller side goes into the buckets.
  private int[] seconds(Desk desk, List<Optional<Anchor>> starts, List<Optional<Anchor>> ends) {
    var seconds = new int[Math.multiplyExact(starts.size(), ends.size())];
    if (starts.size() <= ends.size()) {
      desk.buckets().fill(labels(starts, anchor -> anchor.out(hierarchy, desk.search())));
      var row = new Row(starts.size());
      for (int j = 0; j < ends.size(); j++) {
        Optional<Anchor> end = ends.get(j);
        row.meet(desk, end.map(anchor -> anchor.in(hierarchy, desk.search())));
        for (int i = 0; i < starts.size(); i++) {
          seconds[i * ends.size() + j] = row.seconds(i, starts.get(i), end);
        }
      }
    } else {
      desk.buckets().fill(labels(ends, anchor -> anchor.in(hierarchy, desk.search())));
      var row = new Row(ends.size());
      for (int i = 0; i < starts.size(); i++) {
        Optional<Anchor> start = starts.get(i);
        row.meet(desk, start.map(anchor -> anchor.out(hierarchy, desk.search())));
        for (int j = 0; j < ends.size(); j++) {
          seconds[i * ends.size() + j] = row.seconds(j, start, ends.get(j));
        }
      }
    }
    desk.buckets().clear();
    return seconds;
  }

  private static List<Label> labels(
      List<Optional<Anchor>> anchors, Function<Anchor, Label> labelOf) {
    return anchors.stream().map(anchor -> anchor.map(labelOf).orElse(Label.NONE)).toList();
  }

  /// One place against all in the buckets.
  private final class Row {
    private final double[] lightest;
    private final int[] millis;

    Row(int size) {
      this.lightest = new double[size];
      this.millis = new int[size];
    }

    void meet(Desk desk, Optional<Label> label) {
      desk.buckets().meet(label.orElse(Label.NONE), lightest, millis);
    }

    int seconds(int who, Optional<Anchor> start, Optional<Anchor> end) {
      if (start.isPresent() && end.isPresent() && start.get().sharesStreetWith(end.get())) {
        Anchor.Stretch along =
            stretches.get(
                new Neighbours(start.get(), end.get()),
                pair -> pair.from().along(pair.to(), streets, hierarchy.weighting()));
        if (along.weight() <= lightest[who]) {
          lightest[who] = along.weight();
          millis[who] = along.millis();
        }
      }
      return lightest[who] == Label.NO_WAY
          ? TravelMatrix.UNREACHABLE
          : Math.toIntExact(Math.round(millis[who] / 1000.0));
    }
  }

  /// Fills in what the streets do not answer.
  private BitSet guess(List<GeoPoint> from, List<GeoPoint> to, int[] seconds) {
    var guessed = new BitSet();
    for (int leg = 0; leg < seconds.length; leg++) {
      if (seconds[leg] == TravelMatrix.UNREACHABLE) {
        seconds[leg] = straight.seconds(from.get(leg / to.size()), to.get(leg % to.size()));
        guessed.set(leg, seconds[leg] != TravelMatrix.UNREACHABLE);
      }
    }
    return guessed;
  }

  /// A desk comes back only when it was left tidy.
  private Desk takeDesk() {
    Desk free = desks.poll();
    return free != null
        ? free
        : new Desk(new UpwardSearch(hierarchy.nodes()), new Buckets(hierarchy.nodes()));
  }
}
