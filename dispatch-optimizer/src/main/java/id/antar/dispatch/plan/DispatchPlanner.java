package id.antar.dispatch.plan;

import id.antar.dispatch.plan.DispatchPlan.BundleDecision;
import id.antar.dispatch.plan.DispatchPlan.Candidate;
import id.antar.dispatch.plan.DispatchPlan.Choice;
import id.antar.dispatch.plan.DispatchPlan.Outcome;
import id.antar.dispatch.plan.DispatchPlan.Verdict;
import id.antar.dispatch.plan.DispatchProblem.FreeCourier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides one round: bundles the open orders, weighs each bundle against each of its candidates,
/// holds back what is not due, and matches the rest to couriers. Pure: the same problem gives the
/// same plan on any machine. `package.md` beside it describes it.
public final class DispatchPlanner {

  /// Raised with every change that may change a plan.
  public static final String VERSION = "1";

  /// Sums of fewer than a thousand tie breakers stay below one unit of cost.
  private static final int TIE_SCALE = 1 << 20;

  private static final long TIE_RANGE = 1 << 10;

  private final DispatchProblem problem;
  private final Costing costing;

  private DispatchPlanner(DispatchProblem problem) {
    this.problem = problem;
    this.costing = new Costing(problem.policy());
  }

  public static DispatchPlan plan(DispatchProblem problem) {
    return new DispatchPlanner(problem).decide();
  }

  /// A bundle and its trips, by the index of the courier.
  private record Case(Bundle bundle, List<Candidate> candidates, Map<Integer, Trip> trips) {
    boolean hopeless() {
      return trips.isEmpty();
    }
  }

  private DispatchPlan decide() {
    List<Case> cases =
        Bundling.of(problem).stream()
            .map(this::weigh)
            .flatMap(weighed ->
                weighed.hopeless() && weighed.bundle().orders().size() > 1
                    ? weighed.bundle().dissolved().map(this::weigh)
                    : Stream.of(weighed))
            .sorted(Comparator.comparing(DispatchPlanner::key))
            .toList();
    List<Case> due = cases.stream().filter(c -> !c.hopeless() && dueIn(c) <= 0).toList();
    Map<String, Integer> matched = match(due);
    Set<Integer> taken = new HashSet<>(matched.values());
    return new DispatchPlan(
        VERSION,
        problem.policy().version(),
        CostTerms.NAMES,
        cases.stream().map(c -> conclude(c, matched.get(key(c)), taken)).toList());
  }

  private Case weigh(Bundle bundle) {
    var candidates = new ArrayList<Candidate>();
    Map<Integer, Trip> trips = new TreeMap<>();
    bundle
        .candidates()
        .forEach(index -> {
          FreeCourier courier = problem.couriers().get(index);
          Trip trip = Trip.best(problem, courier, bundle);
          Verdict verdict = judge(bundle, index, trip);
          if (trip == null || verdict != Verdict.ELIGIBLE) {
            candidates.add(new Candidate(courier.courier(), verdict, null));
          } else {
            trips.put(index, trip);
            candidates.add(new Candidate(courier.courier(), verdict, costing.of(trip)));
          }
        });
    return new Case(bundle, candidates, trips);
  }

  private Verdict judge(Bundle bundle, int courier, @Nullable Trip trip) {
    if (bundle.isDeclinedBy(courier, problem.policy().declineCooldown())) {
      return Verdict.DECLINED;
    }
    if (problem.couriers().get(courier).capacity() < bundle.orders().size()) {
      return Verdict.TOO_SMALL;
    }
    if (trip == null) {
      return Verdict.NO_ROUTE;
    }
    return trip.arrival() > problem.policy().maxPickupTravel() ? Verdict.TOO_FAR : Verdict.ELIGIBLE;
  }

  /// Seconds until the nearest eligible courier has to be asked in order to be there in time.
  private int dueIn(Case weighed) {
    int nearest = weighed.trips().values().stream().mapToInt(Trip::arrival).min().orElseThrow();
    return weighed.bundle().ready() - nearest - problem.policy().lead();
  }

  /// Each matched bundle's courier.
  private Map<String, Integer> match(List<Case> due) {
    int[] columns =
        due.stream()
            .flatMap(c -> c.trips().keySet().stream())
            .distinct()
            .sorted()
            .mapToInt(i -> i)
            .toArray();
    long[][] gains = new long[due.size()][columns.length];
    for (int row = 0; row < gains.length; row++) {
      Case weighed = due.get(row);
      for (int column = 0; column < columns.length; column++) {
        Trip trip = weighed.trips().get(columns[column]);
        gains[row][column] = trip == null ? 0 : gain(weighed.bundle(), trip);
      }
    }
    int[] columnOf = Matching.greatestGain(gains, columns.length);
    Map<String, Integer> matched = new TreeMap<>();
    for (int row = 0; row < columnOf.length; row++) {
      if (columnOf[row] != Matching.ALONE) {
        matched.put(key(due.get(row)), columns[columnOf[row]]);
      }
    }
    return matched;
  }

  private long gain(Bundle bundle, Trip trip) {
    long gain = (long) costing.nobody(bundle) - costing.of(trip).total();
    return gain <= 0 ? 0 : gain * TIE_SCALE + tieBreaker(bundle, trip);
  }

  /// Makes the best matching the only one, whatever the order in which the problem lists things.
  private int tieBreaker(Bundle bundle, Trip trip) {
    long hash =
        Arrays.hashCode(
            new long[] {
              problem.seed(), key(bundle).hashCode(), trip.courier().courier().value().hashCode()
            });
    return (int) Math.floorMod(hash * 0x9E3779B97F4A7C15L >>> 32, TIE_RANGE);
  }

  private BundleDecision conclude(Case weighed, @Nullable Integer courier, Set<Integer> taken) {
    Trip trip = courier == null ? null : weighed.trips().get(courier);
    Outcome outcome = trip == null ? whyNobody(weighed, taken) : Outcome.CHOSEN;
    return new BundleDecision(
        trip == null
            ? weighed.bundle().ids()
            : trip.sequence().stream().map(DispatchProblem.OpenOrder::order).toList(),
        outcome,
        costing.nobody(weighed.bundle()),
        outcome == Outcome.HELD_BACK ? dueIn(weighed) : null,
        weighed.candidates(),
        trip == null
            ? null
            : new Choice(trip.courier().courier(), costing.of(trip).total(), trip.stops()));
  }

  private Outcome whyNobody(Case weighed, Set<Integer> taken) {
    if (weighed.candidates().isEmpty()) {
      return Outcome.NO_COURIER_IN_RANGE;
    }
    if (weighed.hopeless()) {
      return weighed.candidates().stream().allMatch(c -> c.verdict() == Verdict.DECLINED)
          ? Outcome.ALL_DECLINED
          : Outcome.NONE_ELIGIBLE;
    }
    if (dueIn(weighed) > 0) {
      return Outcome.HELD_BACK;
    }
    return taken.containsAll(weighed.trips().keySet())
        ? Outcome.MATCHED_AWAY
        : Outcome.LATER_IS_CHEAPER;
  }

  private static String key(Case weighed) {
    return key(weighed.bundle());
  }

  private static String key(Bundle bundle) {
    return bundle.ids().getFirst().value();
  }
}
