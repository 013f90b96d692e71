package id.antar.dispatch.plan;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a round decided, and why. Orders and couriers are named by their index in the problem,
/// times are seconds from its `now`, costs are hundredths of a second that one customer waits.
///
/// @param iterations of improvement that the round had time for
/// @param load open orders per hundred couriers on duty: how dear a courier's time is
/// @param terms names of the cost terms, in the order in which candidates list them
/// @param couriers every courier with anything to do
/// @param orders every order of the problem, in its order
public record DispatchPlan(
    String planner,
    String policy,
    int iterations,
    int load,
    List<String> terms,
    List<CourierPlan> couriers,
    List<OrderDecision> orders) {

  public DispatchPlan {
    terms = List.copyOf(terms);
    couriers = List.copyOf(couriers);
    orders = List.copyOf(orders);
  }

  /// One courier's trips, in the order in which they will be driven.
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  public record CourierPlan(int courier, List<PlannedTrip> trips) {
    public CourierPlan {
      trips = List.copyOf(trips);
    }
  }

  /// @param orders in the sequence of their drop-offs
  /// @param leave when the courier has to leave for it at the latest to lose no time
  /// @param pickups the places of pickup in their sequence; mostly one
  /// @param arrivals at each of them
  /// @param pickup when all is picked up
  /// @param doors when the courier arrives at each order's door
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  public record PlannedTrip(
      Step step,
      List<Integer> orders,
      int leave,
      List<Integer> pickups,
      List<Integer> arrivals,
      int pickup,
      List<Integer> doors) {
    public PlannedTrip {
      orders = List.copyOf(orders);
      pickups = List.copyOf(pickups);
      arrivals = List.copyOf(arrivals);
      doors = List.copyOf(doors);
    }
  }

  public enum Step {
    /// The courier is on the way to the merchant; the bundle may differ from before.
    UNDER_WAY,
    /// To be offered now.
    OFFER,
    /// To be thought over again in a later round.
    LATER
  }

  /// @param courier who is to carry it
  /// @param cost what carrying it adds to the courier's plan
  /// @param runnerUp the courier who would cost least otherwise
  /// @param margin by how much more
  /// @param dueIn seconds until it has to be offered, while it is held back
  /// @param candidates all who were considered, nearest first
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  public record OrderDecision(
      int order,
      Outcome outcome,
      @Nullable Integer courier,
      @Nullable Integer cost,
      @Nullable Integer runnerUp,
      @Nullable Integer margin,
      @Nullable Integer dueIn,
      List<Candidate> candidates) {
    public OrderDecision {
      candidates = List.copyOf(candidates);
    }
  }

  public enum Outcome {
    /// To be offered now.
    OFFERED,
    /// Stays with the courier who is on the way to fetch it.
    KEPT,
    /// Joins the bundle of a courier who is on the way to the merchant.
    ADDED,
    /// Planned for a free courier, who need not leave yet.
    HELD_BACK,
    /// Planned for a courier who has something else to do before.
    QUEUED,
    NO_COURIER_IN_RANGE,
    /// Each courier in range has declined lately.
    ALL_DECLINED,
    /// Couriers are in range, but none is eligible; each candidate's verdict says why.
    NONE_ELIGIBLE,
    /// Every way to carry it costs more than to leave it for now.
    LATER_IS_CHEAPER;

    public boolean hasCourier() {
      return this == OFFERED
          || this == KEPT
          || this == ADDED
          || this == HELD_BACK
          || this == QUEUED;
    }
  }

  /// @param cost what carrying the order would add to the courier's plan, term by term; absent
  ///   unless eligible
  /// @param pickup when the courier would pick it up
  /// @param door when the courier would be at the door
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  public record Candidate(
      int courier,
      Verdict verdict,
      @Nullable CostTerms cost,
      @Nullable Integer pickup,
      @Nullable Integer door) {}

  public enum Verdict {
    ELIGIBLE,
    DECLINED,
    /// An operator has fixed another courier.
    PINNED_TO_ANOTHER,
    NO_ROUTE,
    TOO_FAR,
    /// The shift ends before the pickup.
    SHIFT_ENDS
  }

  /// What there is to offer now.
  @JsonIgnore
  public Stream<CourierPlan> offers() {
    return couriers.stream()
        .filter(plan -> plan.trips().stream().anyMatch(trip -> trip.step() == Step.OFFER));
  }
}
