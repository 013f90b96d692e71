package id.antar.command.assignment;

import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.assignment.AssignmentCommand.AcceptOffer;
import id.antar.api.assignment.AssignmentCommand.DeclineOffer;
import id.antar.api.assignment.AssignmentCommand.ExpireOffer;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.OfferAccepted;
import id.antar.api.assignment.AssignmentEvent.OfferDeclined;
import id.antar.api.assignment.AssignmentEvent.OfferExpired;
import id.antar.api.assignment.AssignmentRejection.NotYourAssignment;
import id.antar.api.assignment.AssignmentRejection.OfferIsClosed;
import id.antar.api.assignment.AssignmentRejection.OfferIsExpired;
import id.antar.api.order.OrderId;
import id.antar.command.assignment.AssignmentState.Offered;
import id.antar.command.assignment.AssignmentState.Phase;
import id.antar.command.decider.Decision;
import java.time.Instant;
import java.util.List;

/// An offer gets one answer: yes or no from its courier, or none in time.
final class Answering {

  private Answering() {}

  static Decision<AssignmentEvent> accept(Offered trip, AcceptOffer c, Instant now) {
    if (!trip.offer().courierId().equals(c.courierId())) {
      return reject(new NotYourAssignment(c.assignmentId()));
    }
    return switch (trip.phase()) {
      case OPEN ->
          now.isBefore(trip.offer().expiresAt())
              ? Decision.accept(
                  new OfferAccepted(c.assignmentId(), c.courierId(), open(trip), c.occurredAt()))
              : reject(new OfferIsExpired(c.assignmentId()));
      case ACCEPTED, ENDED, ABANDONED -> satisfied();
      case EXPIRED -> reject(new OfferIsExpired(c.assignmentId()));
      case DECLINED -> reject(new OfferIsClosed(c.assignmentId(), "declined"));
      case WITHDRAWN -> reject(new OfferIsClosed(c.assignmentId(), "withdrawn"));
    };
  }

  static Decision<AssignmentEvent> decline(Offered trip, DeclineOffer c) {
    if (!trip.offer().courierId().equals(c.courierId())) {
      return reject(new NotYourAssignment(c.assignmentId()));
    }
    return switch (trip.phase()) {
      case OPEN ->
          Decision.accept(
              new OfferDeclined(
                  c.assignmentId(), c.courierId(), open(trip), c.reason(), c.occurredAt()));
      case DECLINED, WITHDRAWN -> satisfied();
      case EXPIRED -> reject(new OfferIsExpired(c.assignmentId()));
      case ACCEPTED, ENDED, ABANDONED -> reject(new OfferIsClosed(c.assignmentId(), "accepted"));
    };
  }

  /// The command's own time counts: it is the time for which the expiry was set.
  static Decision<AssignmentEvent> expire(Offered trip, ExpireOffer c) {
    boolean due = trip.phase() == Phase.OPEN && !c.occurredAt().isBefore(trip.offer().expiresAt());
    return due
        ? Decision.accept(
            new OfferExpired(
                c.assignmentId(), trip.offer().courierId(), open(trip), c.occurredAt()))
        : satisfied();
  }

  private static List<OrderId> open(Offered trip) {
    return trip.ordersThatAre(Leg::isOpen);
  }
}
