package id.antar.api.assignment;

import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderId;
import id.antar.api.person.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be asked of an assignment. Everything a courier does carries the courier's id, and the
/// assignment checks that it is theirs.
public sealed interface AssignmentCommand {
  AssignmentId assignmentId();

  Instant occurredAt();

  /// Every order has a pickup and, later in the list, a drop-off.
  record OfferAssignment(
      AssignmentId assignmentId,
      CourierId courierId,
      DecisionId decisionId,
      List<Stop> stops,
      Instant expiresAt,
      Instant occurredAt)
      implements AssignmentCommand {
    public OfferAssignment {
      stops = List.copyOf(stops);
    }
  }

  record AcceptOffer(AssignmentId assignmentId, CourierId courierId, Instant occurredAt)
      implements AssignmentCommand {}

  record DeclineOffer(
      AssignmentId assignmentId, CourierId courierId, String reason, Instant occurredAt)
      implements AssignmentCommand {}

  /// Sent by the clock.
  record ExpireOffer(AssignmentId assignmentId, Instant occurredAt) implements AssignmentCommand {}

  record ArriveAtPickup(
      AssignmentId assignmentId, CourierId courierId, OrderId orderId, Instant occurredAt)
      implements AssignmentCommand {}

  record RecordPickup(
      AssignmentId assignmentId, CourierId courierId, OrderId orderId, Instant occurredAt)
      implements AssignmentCommand {}

  record ArriveAtDropoff(
      AssignmentId assignmentId, CourierId courierId, OrderId orderId, Instant occurredAt)
      implements AssignmentCommand {}

  record RecordDropoff(
      AssignmentId assignmentId, CourierId courierId, OrderId orderId, Instant occurredAt)
      implements AssignmentCommand {}

  /// Nobody took it at the door: it has to go back to the merchant.
  record FailDropoff(
      AssignmentId assignmentId,
      CourierId courierId,
      OrderId orderId,
      String reason,
      Instant occurredAt)
      implements AssignmentCommand {}

  record RecordReturn(
      AssignmentId assignmentId, CourierId courierId, OrderId orderId, Instant occurredAt)
      implements AssignmentCommand {}

  /// The order is off. Not yet picked up: its stops go. In the courier's hands: it has to go back.
  record WithdrawOrder(
      AssignmentId assignmentId, OrderId orderId, String reason, Instant occurredAt)
      implements AssignmentCommand {}

  /// The courier gives back everything that is not picked up yet.
  record ReleaseAssignment(
      AssignmentId assignmentId, CourierId courierId, String reason, Instant occurredAt)
      implements AssignmentCommand {}

  /// The stops that are still to be visited are these from now on. What the courier carries has to
  /// keep its drop-off or return among them; what is not picked up yet may come, go and change
  /// places. A decision amends one assignment once: said again, it changes nothing, also when
  /// another has followed.
  record AmendAssignment(
      AssignmentId assignmentId,
      CourierId courierId,
      DecisionId decisionId,
      List<Stop> stops,
      String reason,
      Instant occurredAt)
      implements AssignmentCommand {
    public AmendAssignment {
      stops = List.copyOf(stops);
    }
  }

  /// The courier does not go on, whatever is in their hands.
  ///
  /// @param handover where that can be fetched, absent if nobody knows
  record AbandonAssignment(
      AssignmentId assignmentId,
      CourierId courierId,
      AbandonCause cause,
      @Nullable Personal<GeoPoint> handover,
      String reason,
      Instant occurredAt)
      implements AssignmentCommand {}
}
