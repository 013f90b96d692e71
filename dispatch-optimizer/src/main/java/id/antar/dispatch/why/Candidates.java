package id.antar.dispatch.why;

import id.antar.api.dispatch.OrderDispatch.CandidateExplained;
import id.antar.api.dispatch.OrderDispatch.Verdict;
import id.antar.dispatch.plan.CostTerms;
import id.antar.dispatch.plan.DispatchPlan.Candidate;
import id.antar.dispatch.plan.DispatchProblem;
import id.antar.dispatch.plan.DispatchProblem.DutyCourier;
import id.antar.dispatch.plan.TravelTimes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The couriers who were considered, as they are told.
final class Candidates {

  private final DispatchProblem problem;

  Candidates(DispatchProblem problem) {
    this.problem = problem;
  }

  CandidateExplained of(OrderCase order, Candidate candidate) {
    DutyCourier courier = problem.couriers().get(candidate.courier());
    return new CandidateExplained(
        courier.courier(),
        Verdict.valueOf(candidate.verdict().name()),
        candidate.cost() == null ? null : seconds(candidate.cost().total()),
        terms(candidate.cost()),
        at(order, candidate.pickup()),
        at(order, candidate.door()),
        isGuessed(courier, order),
        Verdicts.why(order, candidate));
  }

  private boolean isGuessed(DutyCourier courier, OrderCase order) {
    int pickup = order.open().pickup();
    TravelTimes travel = problem.travel();
    return travel.isGuess(courier.vehicle(), courier.place(), pickup)
        || travel.isGuess(courier.vehicle(), pickup, order.open().dropoff());
  }

  private static @Nullable Map<String, Double> terms(@Nullable CostTerms cost) {
    if (cost == null) {
      return null;
    }
    var terms = new LinkedHashMap<String, Double>();
    for (int i = 0; i < CostTerms.NAMES.size(); i++) {
      terms.put(CostTerms.NAMES.get(i), cost.values().get(i) / 100.0);
    }
    return terms;
  }

  private static @Nullable Instant at(OrderCase order, @Nullable Integer seconds) {
    return seconds == null ? null : order.at(seconds);
  }

  /// The plan counts in hundredths.
  static @Nullable Double seconds(@Nullable Integer hundredths) {
    return hundredths == null ? null : hundredths / 100.0;
  }
}
