package id.antar.dispatch.plan;

import id.antar.dispatch.plan.DispatchProblem.FreeCourier;
import id.antar.dispatch.plan.DispatchProblem.OpenOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Pairs orders of one merchant, the pair that saves most first, where neither waits nor travels
/// much longer for the other. Quadratic in the orders of one merchant.
final class Bundling {

  private static final Comparator<Pair> MOST_SAVING_FIRST =
      Comparator.comparingInt(Pair::saving)
          .reversed()
          .thenComparing(pair -> pair.first().order().value())
          .thenComparing(pair -> pair.second().order().value());

  private final DispatchProblem problem;
  private final DispatchPolicy policy;

  private record Pair(OpenOrder first, OpenOrder second, int saving) {}

  private Bundling(DispatchProblem problem) {
    this.problem = problem;
    this.policy = problem.policy();
  }

  /// Every order of the problem in exactly one bundle.
  static List<Bundle> of(DispatchProblem problem) {
    return new Bundling(problem).bundles();
  }

  private List<Bundle> bundles() {
    Set<OpenOrder> paired = new HashSet<>();
    var bundles = new ArrayList<Bundle>();
    for (Pair pair : pairs()) {
      if (!paired.contains(pair.first()) && !paired.contains(pair.second())) {
        paired.add(pair.first());
        paired.add(pair.second());
        bundles.add(Bundle.of(pair.first(), pair.second()));
      }
    }
    problem.orders().stream()
        .filter(order -> !paired.contains(order))
        .map(Bundle::of)
        .forEach(bundles::add);
    return bundles;
  }

  private List<Pair> pairs() {
    FreeCourier scale = scale();
    var pairs = new ArrayList<Pair>();
    if (scale == null || policy.maxBundle() < 2) {
      return pairs;
    }
    for (int i = 0; i < problem.orders().size(); i++) {
      for (int k = i + 1; k < problem.orders().size(); k++) {
        Pair pair = pair(scale, problem.orders().get(i), problem.orders().get(k));
        if (pair != null) {
          pairs.add(pair);
        }
      }
    }
    pairs.sort(MOST_SAVING_FIRST);
    return pairs;
  }

  /// The courier whose vehicle the ways are measured with: the first with room for two.
  private @Nullable FreeCourier scale() {
    return problem.couriers().stream()
        .filter(courier -> courier.capacity() >= 2)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Pair pair(FreeCourier scale, OpenOrder first, OpenOrder second) {
    if (!first.merchant().equals(second.merchant())
        || first.pickup() != second.pickup()
        || Math.abs(first.ready() - second.ready()) > policy.bundleMaxReadyGap()) {
      return null;
    }
    var there = new FreeCourier(scale.courier(), scale.vehicle(), 2, first.pickup(), 0);
    Trip together = Trip.best(problem, there, Bundle.of(first, second));
    if (together == null || detour(together) > policy.bundleMaxDetour()) {
      return null;
    }
    int saving = saving(there, together);
    return saving < policy.bundleMinSaving() ? null : new Pair(first, second, saving);
  }

  /// How much later the second door is reached than by the direct way.
  private int detour(Trip together) {
    return between(together, 0) + policy.dropoffService() - directDifference(together);
  }

  private int between(Trip together, int firstStop) {
    return together.doors().get(firstStop + 1)
        - together.doors().get(firstStop)
        - policy.dropoffService();
  }

  private int directDifference(Trip together) {
    return direct(together, together.sequence().get(1))
        - direct(together, together.sequence().getFirst());
  }

  /// Two trips from the merchant and the way back between them, less the trip together.
  private int saving(FreeCourier there, Trip together) {
    OpenOrder first = together.sequence().getFirst();
    int back =
        problem
            .travel()
            .seconds(there.vehicle(), first.dropoff(), together.sequence().get(1).pickup());
    int wayBack = back == TravelTimes.UNREACHABLE ? direct(together, first) : back;
    return wayBack
        + policy.pickupService()
        + direct(together, together.sequence().get(1))
        - between(together, 0);
  }

  private int direct(Trip together, OpenOrder order) {
    return problem.travel().seconds(together.courier().vehicle(), order.pickup(), order.dropoff());
  }
}
