package id.antar.api.dispatch;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.OrderDispatch.CandidateExplained;
import id.antar.api.dispatch.OrderDispatch.RunnerUp;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a courier was made an offer, told to the courier. The words name no other courier.
public record OfferReason(
    CourierId courierId,
    AssignmentId assignmentId,
    DecisionId decisionId,
    Instant decidedAt,
    String summary,
    String policy,
    String planner,
    String mapVersion,
    List<OrderReason> orders) {

  public OfferReason {
    orders = List.copyOf(orders);
  }

  /// @param cost in seconds that one customer waits; absent in a decision that cannot be read
  /// @param alternatives the other couriers who were considered
  public record OrderReason(
      OrderId orderId,
      String summary,
      @Nullable Instant pickupAt,
      @Nullable Instant doorAt,
      @Nullable Double cost,
      @Nullable RunnerUp runnerUp,
      List<CandidateExplained> alternatives) {

    public OrderReason {
      alternatives = List.copyOf(alternatives);
    }

    private OrderReason forCourier() {
      return new OrderReason(
          orderId,
          summary,
          pickupAt,
          doorAt,
          cost,
          runnerUp == null ? null : new RunnerUp(null, runnerUp.margin()),
          alternatives.stream().map(CandidateExplained::forAnother).toList());
    }
  }

  /// As a courier may see it: of the others only whether they could, and at what cost.
  public OfferReason forCourier() {
    return new OfferReason(
        courierId,
        assignmentId,
        decisionId,
        decidedAt,
        summary,
        policy,
        planner,
        mapVersion,
        orders.stream().map(OrderReason::forCourier).toList());
  }
}
