package id.antar.dispatch.plan;

import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a round decided, and why: every order of the problem is in exactly one bundle.
///
/// @param terms names of the cost terms, in the order in which candidates list them
public record DispatchPlan(
    String planner, String policy, List<String> terms, List<BundleDecision> bundles) {

  public DispatchPlan {
    terms = List.copyOf(terms);
    bundles = List.copyOf(bundles);
  }

  /// Orders that are looked at as one, often a single one, and what becomes of them.
  ///
  /// @param nobodyCost what leaving them to a later round costs
  /// @param dueIn seconds until they are offered, while held back
  public record BundleDecision(
      List<OrderId> orders,
      Outcome outcome,
      int nobodyCost,
      @Nullable Integer dueIn,
      List<Candidate> candidates,
      @Nullable Choice choice) {
    public BundleDecision {
      orders = List.copyOf(orders);
      candidates = List.copyOf(candidates);
    }
  }

  public enum Outcome {
    /// To be offered to the courier of the choice.
    CHOSEN,
    /// The food is not due yet, reckoned with the nearest courier's way to it.
    HELD_BACK,
    NO_COURIER_IN_RANGE,
    /// Each courier in range has declined lately.
    ALL_DECLINED,
    /// Couriers are in range, but none is eligible; each candidate's verdict says why.
    NONE_ELIGIBLE,
    /// All eligible couriers serve other orders better.
    MATCHED_AWAY,
    /// A free courier would cost more than a later round.
    LATER_IS_CHEAPER
  }

  /// @param cost absent unless eligible
  public record Candidate(CourierId courier, Verdict verdict, @Nullable CostTerms cost) {}

  public enum Verdict {
    ELIGIBLE,
    DECLINED,
    /// Carries fewer orders than the bundle has.
    TOO_SMALL,
    NO_ROUTE,
    TOO_FAR
  }

  /// @param cost sum of the terms
  public record Choice(CourierId courier, int cost, List<PlannedStop> stops) {
    public Choice {
      stops = List.copyOf(stops);
    }
  }

  /// @param eta seconds from the problem's `now` until the courier arrives
  public record PlannedStop(Stop.Kind kind, OrderId order, int eta) {}

  public Optional<BundleDecision> find(OrderId order) {
    return bundles.stream().filter(bundle -> bundle.orders().contains(order)).findFirst();
  }

  public List<BundleDecision> chosen() {
    return bundles.stream().filter(bundle -> bundle.choice() != null).toList();
  }
}
