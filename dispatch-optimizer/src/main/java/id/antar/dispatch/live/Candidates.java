package id.antar.dispatch.live;

import id.antar.api.courier.CourierId;
import id.antar.dispatch.fleet.FleetIndex;
import id.antar.dispatch.fleet.FleetIndex.Fix;
import id.antar.dispatch.plan.DispatchPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which couriers are worth considering for an order: the nearest by the great circle among those
/// near it now and those whose trips end near it, and whoever has to do with it already.
final class Candidates {

  private record Far(CourierId courierId, double metres) {}

  private static final Comparator<Far> NEAREST_FIRST =
      Comparator.comparingDouble(Far::metres).thenComparing(far -> far.courierId().value());

  private final Set<CourierId> known;
  private final FleetIndex fleet;
  private final DispatchPolicy policy;
  private final Map<CourierId, Standing> standings = new HashMap<>();
  private final List<Standing> busy;
  private final List<Standing> underWay;

  /// @param known all couriers who have a standing
  Candidates(
      Set<CourierId> known, FleetIndex fleet, DispatchPolicy policy, List<Standing> standings) {
    this.known = known;
    this.fleet = fleet;
    this.policy = policy;
    standings.forEach(standing -> this.standings.put(standing.courierId(), standing));
    this.busy = standings.stream().filter(standing -> !standing.isNear()).toList();
    this.underWay = standings.stream().filter(standing -> standing.underWay() != null).toList();
  }

  /// Nearest first, without those who have too much cash in hand for an order that is paid in cash.
  /// An order that is fixed to a courier who cannot be asked has none, unless another one is
  /// fetching it.
  Set<CourierId> of(BoardOrder order) {
    var candidates = new LinkedHashSet<CourierId>();
    CourierId pinned = order.pinnedTo();
    if (pinned == null) {
      nearest(order).forEach(far -> candidates.add(far.courierId()));
      underWay.stream()
          .filter(standing -> standing.headsFor(order.pickup()))
          .forEach(standing -> candidates.add(standing.courierId()));
    } else if (standings.containsKey(pinned)) {
      nearest(order).forEach(far -> candidates.add(far.courierId()));
      candidates.add(pinned);
    } else if (!known.contains(pinned)) {
      underWay.stream()
          .filter(standing -> fetches(standing, order))
          .forEach(standing -> candidates.add(standing.courierId()));
    }
    if (order.inCash() && pinned == null) {
      candidates.removeIf(courier -> mayNotTakeCash(courier, order));
    }
    return candidates;
  }

  /// Who is fetching it already keeps it.
  private boolean mayNotTakeCash(CourierId courier, BoardOrder order) {
    Standing standing = standings.get(courier);
    return standing != null && !standing.courier().mayTakeCash() && !fetches(standing, order);
  }

  private List<Far> nearest(BoardOrder order) {
    var far = new ArrayList<Far>();
    fleet
        .nearest(order.pickup(), policy.maxCandidates(), policy.maxRings(), this::isNear)
        .forEach(nearby -> far.add(new Far(nearby.fix().courierId(), nearby.metres())));
    boolean enough = far.size() >= policy.maxCandidates();
    double reach = enough ? far.getLast().metres() : Double.POSITIVE_INFINITY;
    for (Standing standing : busy) {
      double metres = standing.place().metresTo(order.pickup());
      if (metres <= reach) {
        far.add(new Far(standing.courierId(), metres));
      }
    }
    far.sort(NEAREST_FIRST);
    return far.subList(0, Math.min(policy.maxCandidates(), far.size()));
  }

  private boolean isNear(Fix fix) {
    Standing standing = standings.get(fix.courierId());
    return standing != null && standing.isNear();
  }

  private static boolean fetches(Standing standing, BoardOrder order) {
    return standing.underWay() != null && standing.underWay().staying().contains(order);
  }
}
