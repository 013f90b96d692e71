package id.antar.api.dispatch;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How an order fared with the dispatcher, the latest decision first. Costs are in seconds that one
/// customer waits; times in words are in UTC.
///
/// @param summary of the latest decision on this page
public record OrderDispatch(
    OrderId orderId,
    String summary,
    List<DecisionExplained> decisions,
    @Nullable String nextCursor) {

  public OrderDispatch {
    decisions = List.copyOf(decisions);
  }

  public enum Outcome {
    /// Offered to the courier.
    OFFERED,
    /// Stays with the courier who is on the way to fetch it.
    KEPT,
    /// Joins the trip of a courier who is on the way to the merchant.
    ADDED,
    /// Planned for a free courier, who need not leave yet.
    HELD_BACK,
    /// Planned for a courier who has something else to do before.
    QUEUED,
    NO_COURIER_IN_RANGE,
    ALL_DECLINED,
    NONE_ELIGIBLE,
    /// Every way to carry it costs more than to leave it for a later round.
    LATER_IS_CHEAPER,
    /// The decision is there, but what it says of the order cannot be read: another planner made
    /// it.
    UNREADABLE
  }

  public enum Verdict {
    ELIGIBLE,
    DECLINED,
    PINNED_TO_ANOTHER,
    NO_ROUTE,
    TOO_FAR,
    SHIFT_ENDS
  }

  /// What one decision says about the order; or several in sequence that say the same, then with
  /// the words of the latest.
  ///
  /// @param rounds how many decisions in sequence have this outcome and courier
  /// @param since when the first of them was made
  /// @param dueInSeconds until the offer, while it is held back
  /// @param onDuty couriers on duty in the zone
  /// @param considered how many of them were weighed
  /// @param load open orders per hundred couriers on duty
  public record DecisionExplained(
      DecisionId decisionId,
      Instant decidedAt,
      int rounds,
      Instant since,
      Outcome outcome,
      String summary,
      @Nullable CourierId courierId,
      @Nullable AssignmentId assignmentId,
      @Nullable Double cost,
      @Nullable RunnerUp runnerUp,
      @Nullable Integer dueInSeconds,
      @Nullable Integer onDuty,
      @Nullable Integer considered,
      String policy,
      String planner,
      String mapVersion,
      long seed,
      @Nullable Integer iterations,
      @Nullable Integer load,
      List<String> terms,
      List<CandidateExplained> candidates) {

    public DecisionExplained {
      terms = List.copyOf(terms);
      candidates = List.copyOf(candidates);
    }

    /// The same, said by more decisions before it.
    public DecisionExplained after(DecisionExplained earlier) {
      return new DecisionExplained(
          decisionId,
          decidedAt,
          rounds + earlier.rounds,
          earlier.since,
          outcome,
          summary,
          courierId,
          assignmentId,
          cost,
          runnerUp,
          dueInSeconds,
          onDuty,
          considered,
          policy,
          planner,
          mapVersion,
          seed,
          iterations,
          load,
          terms,
          candidates);
    }
  }

  /// @param courierId absent where it is nobody's business
  /// @param margin how much dearer than the chosen one
  public record RunnerUp(@Nullable CourierId courierId, double margin) {}

  /// A courier who was considered.
  ///
  /// @param courierId absent where it is nobody's business
  /// @param total of the terms; it, the terms and the times are absent unless eligible
  /// @param terms what carrying the order would add to the courier's plan
  /// @param pickupAt when the courier would pick it up
  /// @param doorAt when the courier would be at the door
  /// @param estimatedTravel the way to the merchant, or from there to the door, is a guess as the
  ///   crow flies
  /// @param why the courier was chosen, or was not
  public record CandidateExplained(
      @Nullable CourierId courierId,
      Verdict verdict,
      @Nullable Double total,
      @Nullable Map<String, Double> terms,
      @Nullable Instant pickupAt,
      @Nullable Instant doorAt,
      @Nullable Boolean estimatedTravel,
      @Nullable String why) {

    public CandidateExplained {
      terms = terms == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }

    /// As another courier may see it: who and where this one is, and when they could come, stays
    /// out.
    CandidateExplained forAnother() {
      return new CandidateExplained(null, verdict, total, null, null, null, null, null);
    }
  }
}
