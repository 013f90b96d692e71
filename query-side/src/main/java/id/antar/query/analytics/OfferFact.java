package id.antar.query.analytics;

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
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import id.antar.query.projection.Column;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One offer, and the trip that became of it if it was accepted.
///
/// @param orderId of its first stop: where an offer has several orders, this one says to which
///   merchant and cell it belongs
record OfferFact(
    AssignmentId assignmentId,
    CourierId courierId,
    OrderId orderId,
    Outcome outcome,
    Instant offeredAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant endedAt) {

  enum Outcome {
    OPEN,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    WITHDRAWN
  }

  static OfferFact of(AssignmentOffered e) {
    OrderId first = e.stops().getFirst().orderId();
    return new OfferFact(
        e.assignmentId(), e.courierId(), first, Outcome.OPEN, e.occurredAt(), null, null);
  }

  OfferFact evolve(AssignmentEvent event) {
    Instant at = event.occurredAt();
    return switch (event) {
      case OfferAccepted _ -> with(Outcome.ACCEPTED, at, null);
      case OfferDeclined _ -> with(Outcome.DECLINED, null, at);
      case OfferExpired _ -> with(Outcome.EXPIRED, null, at);
      case AssignmentAbandoned _, AssignmentEnded _ -> ended(at);
      case AssignmentOffered _,
          ArrivedAtPickup _,
          PickupRecorded _,
          ArrivedAtDropoff _,
          DropoffRecorded _,
          DropoffFailed _,
          ReturnRequested _,
          ReturnRecorded _,
          OrderWithdrawn _,
          OrdersReleased _,
          AssignmentAmended _ ->
          this;
    };
  }

  private OfferFact ended(Instant at) {
    return endedAt != null
        ? this
        : with(outcome == Outcome.OPEN ? Outcome.WITHDRAWN : outcome, acceptedAt, at);
  }

  private OfferFact with(Outcome next, @Nullable Instant accepted, @Nullable Instant ended) {
    return new OfferFact(assignmentId, courierId, orderId, next, offeredAt, accepted, ended);
  }

  static List<Column<OfferFact>> columns() {
    return List.of(
        Column.text("courier_id", OfferFact::courierId),
        Column.text("order_id", OfferFact::orderId),
        Column.text("outcome", OfferFact::outcome),
        Column.at("offered_at", OfferFact::offeredAt),
        Column.atIfAny("accepted_at", OfferFact::acceptedAt),
        Column.atIfAny("ended_at", OfferFact::endedAt));
  }
}
