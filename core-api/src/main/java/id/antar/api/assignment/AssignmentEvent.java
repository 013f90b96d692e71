package id.antar.api.assignment;

import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderId;
import id.antar.api.person.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Facts about one courier's trip, from the offer to its end.
public sealed interface AssignmentEvent {
  AssignmentId assignmentId();

  CourierId courierId();

  Instant occurredAt();

  record AssignmentOffered(
      AssignmentId assignmentId,
      CourierId courierId,
      DecisionId decisionId,
      List<Stop> stops,
      Instant expiresAt,
      Instant occurredAt)
      implements AssignmentEvent {
    public AssignmentOffered {
      stops = List.copyOf(stops);
    }
  }

  record OfferAccepted(
      AssignmentId assignmentId, CourierId courierId, List<OrderId> orders, Instant occurredAt)
      implements AssignmentEvent {
    public OfferAccepted {
      orders = List.copyOf(orders);
    }
  }

  record OfferDeclined(
      AssignmentId assignmentId,
      CourierId courierId,
      List<OrderId> orders,
      String reason,
      Instant occurredAt)
      implements AssignmentEvent {
    public OfferDeclined {
      orders = List.copyOf(orders);
    }
  }

  record OfferExpired(
      AssignmentId assignmentId, CourierId courierId, List<OrderId> orders, Instant occurredAt)
      implements AssignmentEvent {
    public OfferExpired {
      orders = List.copyOf(orders);
    }
  }

  record ArrivedAtPickup(
      AssignmentId assignmentId, CourierId courierId, OrderId orderId, Instant occurredAt)
      implements AssignmentEvent {}

  record PickupRecorded(
      AssignmentId assignmentId, CourierId courierId, OrderId orderId, Instant occurredAt)
      implements AssignmentEvent {}

  record ArrivedAtDropoff(
      AssignmentId assignmentId, CourierId courierId, OrderId orderId, Instant occurredAt)
      implements AssignmentEvent {}

  record DropoffRecorded(
      AssignmentId assignmentId, CourierId courierId, OrderId orderId, Instant occurredAt)
      implements AssignmentEvent {}

  /// A stop to bring the order back is added to the trip.
  record DropoffFailed(
      AssignmentId assignmentId,
      CourierId courierId,
      OrderId orderId,
      String reason,
      Instant occurredAt)
      implements AssignmentEvent {}

  /// Cancelled in the courier's hands: a stop to bring it back replaces the drop-off.
  record ReturnRequested(
      AssignmentId assignmentId,
      CourierId courierId,
      OrderId orderId,
      String reason,
      Instant occurredAt)
      implements AssignmentEvent {}

  record ReturnRecorded(
      AssignmentId assignmentId, CourierId courierId, OrderId orderId, Instant occurredAt)
      implements AssignmentEvent {}

  /// The order is no longer part of the trip; it had not been picked up.
  record OrderWithdrawn(
      AssignmentId assignmentId,
      CourierId courierId,
      OrderId orderId,
      String reason,
      Instant occurredAt)
      implements AssignmentEvent {}

  /// The courier gave these orders back before picking them up.
  record OrdersReleased(
      AssignmentId assignmentId,
      CourierId courierId,
      List<OrderId> orders,
      String reason,
      Instant occurredAt)
      implements AssignmentEvent {
    public OrdersReleased {
      orders = List.copyOf(orders);
    }
  }

  /// The rest of the trip is another than before.
  ///
  /// @param stops all that remain, in their order
  /// @param added orders that were not part of the trip before
  /// @param removed orders that are not any more; they had not been picked up
  record AssignmentAmended(
      AssignmentId assignmentId,
      CourierId courierId,
      DecisionId decisionId,
      List<Stop> stops,
      List<OrderId> added,
      List<OrderId> removed,
      String reason,
      Instant occurredAt)
      implements AssignmentEvent {
    public AssignmentAmended {
      stops = List.copyOf(stops);
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }
  }

  /// The courier does not go on.
  ///
  /// @param released orders that were not picked up
  /// @param stranded orders in the courier's hands
  /// @param handover where these can be fetched, absent if nobody knows
  record AssignmentAbandoned(
      AssignmentId assignmentId,
      CourierId courierId,
      AbandonCause cause,
      List<OrderId> released,
      List<OrderId> stranded,
      @Nullable Personal<GeoPoint> handover,
      String reason,
      Instant occurredAt)
      implements AssignmentEvent {
    public AssignmentAbandoned {
      released = List.copyOf(released);
      stranded = List.copyOf(stranded);
    }
  }

  /// Nothing is left to do, whether all was delivered or nothing remained. The courier is free.
  record AssignmentEnded(AssignmentId assignmentId, CourierId courierId, Instant occurredAt)
      implements AssignmentEvent {}
}
