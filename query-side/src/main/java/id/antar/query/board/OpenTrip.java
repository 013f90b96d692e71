package id.antar.query.board;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtDropoff;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtPickup;
import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentEvent.DropoffFailed;
import id.antar.api.assignment.AssignmentEvent.DropoffRecorded;
import id.antar.api.assignment.AssignmentEvent.OfferAccepted;
import id.antar.api.assignment.AssignmentEvent.OfferDeclined;
import id.antar.api.assignment.AssignmentEvent.OfferExpired;
import id.antar.api.assignment.AssignmentEvent.OrderWithdrawn;
import id.antar.api.assignment.AssignmentEvent.OrdersReleased;
import id.antar.api.assignment.AssignmentEvent.PickupRecorded;
import id.antar.api.assignment.AssignmentEvent.ReturnRecorded;
import id.antar.api.assignment.AssignmentEvent.ReturnRequested;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.Stop;
import id.antar.api.board.BoardView.BoardStop;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.order.OrderId;
import id.antar.query.projection.TripOrders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// An offer that stands, or a trip under way, by its own events.
///
/// @param stops what is ahead
record OpenTrip(
    AssignmentId assignmentId,
    CourierId courierId,
    DecisionId decisionId,
    boolean accepted,
    Instant offeredAt,
    Instant expiresAt,
    List<BoardStop> stops) {

  OpenTrip {
    stops = List.copyOf(stops);
  }

  /// @return null once it is over, or while it is not known
  static @Nullable OpenTrip evolve(@Nullable OpenTrip trip, AssignmentEvent event) {
    if (event instanceof AssignmentOffered e) {
      return new OpenTrip(
          e.assignmentId(),
          e.courierId(),
          e.decisionId(),
          false,
          e.occurredAt(),
          e.expiresAt(),
          e.stops().stream().map(stop -> ahead(stop, null)).toList());
    }
    return trip == null ? null : trip.after(event);
  }

  private @Nullable OpenTrip after(AssignmentEvent event) {
    return switch (event) {
      case AssignmentOffered _ -> this;
      case OfferAccepted _ -> with(true, decisionId, stops);
      case OfferDeclined _, OfferExpired _, AssignmentEnded _ -> null;
      case ArrivedAtPickup e -> arrived(Stop.Kind.PICKUP, e.orderId(), e.occurredAt());
      case ArrivedAtDropoff e -> arrived(Stop.Kind.DROPOFF, e.orderId(), e.occurredAt());
      case PickupRecorded e ->
          without(stop -> stop.kind() == Stop.Kind.PICKUP && stop.orderId().equals(e.orderId()));
      case DropoffFailed e -> takenBack(e.orderId(), e.occurredAt());
      case ReturnRequested e -> takenBack(e.orderId(), e.occurredAt());
      case AssignmentAmended e ->
          with(
              accepted,
              e.decisionId(),
              e.stops().stream().map(stop -> ahead(stop, arrivalAt(stop))).toList());
      case DropoffRecorded _,
          ReturnRecorded _,
          OrderWithdrawn _,
          OrdersReleased _,
          AssignmentAbandoned _ -> {
        List<OrderId> gone = TripOrders.named(event);
        yield without(stop -> gone.contains(stop.orderId()));
      }
    };
  }

  List<OrderId> orders() {
    return stops.stream().map(BoardStop::orderId).distinct().toList();
  }

  @Nullable BoardStop find(Stop.Kind kind, OrderId orderId) {
    for (BoardStop stop : stops) {
      if (stop.kind() == kind && stop.orderId().equals(orderId)) {
        return stop;
      }
    }
    return null;
  }

  /// The stop is not planned: its time is the one when it became one.
  private OpenTrip takenBack(OrderId orderId, Instant at) {
    var next = new ArrayList<>(stops);
    next.removeIf(stop -> stop.orderId().equals(orderId));
    next.add(new BoardStop(Stop.Kind.RETURN, orderId, at, null));
    return with(accepted, decisionId, next);
  }

  private OpenTrip arrived(Stop.Kind kind, OrderId orderId, Instant at) {
    return with(
        accepted,
        decisionId,
        stops.stream()
            .map(stop ->
                stop.kind() == kind && stop.orderId().equals(orderId)
                    ? new BoardStop(kind, orderId, stop.eta(), at)
                    : stop)
            .toList());
  }

  private @Nullable Instant arrivalAt(Stop stop) {
    BoardStop before = find(stop.kind(), stop.orderId());
    return before == null ? null : before.arrivedAt();
  }

  private static BoardStop ahead(Stop stop, @Nullable Instant arrivedAt) {
    return new BoardStop(stop.kind(), stop.orderId(), stop.eta(), arrivedAt);
  }

  private OpenTrip without(Predicate<BoardStop> gone) {
    return with(accepted, decisionId, stops.stream().filter(gone.negate()).toList());
  }

  private OpenTrip with(boolean nextAccepted, DecisionId decision, List<BoardStop> next) {
    return new OpenTrip(
        assignmentId, courierId, decision, nextAccepted, offeredAt, expiresAt, next);
  }
}
