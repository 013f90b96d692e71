package id.antar.dispatch.why;

import id.antar.dispatch.plan.CostTerms;
import id.antar.dispatch.plan.DispatchPlan.Candidate;
import id.antar.dispatch.plan.DispatchPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// What makes one courier dearer than another, in words that go on from their name: the largest
/// term, and the second if it weighs much as well.
final class Differences {

  /// A term is named beside a larger one if it has at least this part of it.
  private static final double WORTH_NAMING = 0.3;

  private final DispatchPolicy policy;
  private final int load;
  private final CostTerms by;
  private final int doorLater;
  private final List<Reason> reasons = new ArrayList<>();

  private record Reason(int cost, String words) {}

  private Differences(OrderCase order, CostTerms by, int doorLater) {
    this.policy = order.problem().policy();
    this.load = order.plan().load();
    this.by = by;
    this.doorLater = doorLater;
  }

  /// Empty if nothing speaks against the dearer one.
  static String between(OrderCase order, @Nullable Candidate dearer, @Nullable Candidate cheaper) {
    if (dearer == null || dearer.cost() == null || cheaper == null || cheaper.cost() == null) {
      return "";
    }
    int later =
        dearer.door() == null || cheaper.door() == null ? 0 : dearer.door() - cheaper.door();
    return new Differences(order, dearer.cost().minus(cheaper.cost()), later).words();
  }

  private String words() {
    add(CostTerms::delivery, this::waiting);
    add(
        CostTerms::lateness,
        cost -> "would be late by " + span(cost, policy.latenessWeight()) + " more");
    add(
        CostTerms::freshness,
        cost -> "would have it in the bag " + span(cost, policy.freshnessWeight()) + " longer");
    add(
        CostTerms::courierWaiting,
        cost -> "would wait for it " + span(cost, policy.courierWaitingWeight()) + " longer");
    add(
        CostTerms::distance,
        cost -> "would drive " + span(cost, policy.distanceWeight()) + " more");
    add(
        CostTerms::courierTime,
        cost ->
            "would be busy " + span(cost, policy.courierTimeWeight() * load / 100.0) + " longer");
    add(CostTerms::position, _ -> "is better placed for the next orders");
    add(CostTerms::fairness, _ -> "has carried more orders this shift");
    add(CostTerms::pay, _ -> "would have to be paid more for it");
    reasons.sort(Comparator.comparingInt(Reason::cost).reversed());
    return Words.and(
        reasons.stream()
            .filter(reason -> reason.cost() >= WORTH_NAMING * reasons.getFirst().cost())
            .limit(2)
            .map(Reason::words)
            .toList());
  }

  private interface Saying {
    String of(int cost);
  }

  private void add(ToIntFunction<CostTerms> term, Saying saying) {
    int cost = term.applyAsInt(by);
    if (cost > 0) {
      reasons.add(new Reason(cost, saying.of(cost)));
    }
  }

  /// The term counts this order's customer and those of the courier's other orders.
  private String waiting(int cost) {
    double total = (double) cost / policy.deliveryWeight();
    return 2 * doorLater >= total
        ? "would be at the door " + Words.span(doorLater) + " later"
        : "would keep other orders waiting " + Words.span(total - Math.max(0, doorLater));
  }

  private static String span(int cost, double weight) {
    return Words.span(cost / weight);
  }
}
