package id.antar.command.assignment;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;

import id.antar.api.assignment.AssignmentCommand;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.assignment.AssignmentRejection.AssignmentIsOver;
import id.antar.api.assignment.AssignmentRejection.NotAccepted;
import id.antar.api.assignment.AssignmentRejection.NotInThisAssignment;
import id.antar.api.assignment.AssignmentRejection.NotYourAssignment;
import id.antar.api.assignment.AssignmentRejection.OfferIsClosed;
import id.antar.api.assignment.AssignmentRejection.OfferIsExpired;
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import id.antar.command.assignment.AssignmentState.Offered;
import id.antar.command.assignment.AssignmentState.Phase;
import id.antar.command.decider.Decision;
import java.util.function.Function;
import java.util.function.Supplier;

/// What all rules about a trip under way have in common.
final class Legs {

  private Legs() {}

  /// A rule about one order of a trip, for its courier.
  static Decision<AssignmentEvent> onTrip(
      Offered trip,
      AssignmentCommand command,
      CourierId courierId,
      OrderId orderId,
      Function<Leg, Decision<AssignmentEvent>> rule) {
    return onTrip(
        trip,
        command,
        courierId,
        () -> {
          Leg leg = trip.legs().get(orderId);
          return leg == null ? notPart(command, orderId) : rule.apply(leg);
        });
  }

  /// A rule about a trip that its courier has accepted, also when it has ended since.
  static Decision<AssignmentEvent> onTrip(
      Offered trip,
      AssignmentCommand command,
      CourierId courierId,
      Supplier<Decision<AssignmentEvent>> rule) {
    if (!trip.offer().courierId().equals(courierId)) {
      return reject(new NotYourAssignment(command.assignmentId()));
    }
    return switch (trip.phase()) {
      case OPEN -> reject(new NotAccepted(command.assignmentId()));
      case DECLINED -> reject(new OfferIsClosed(command.assignmentId(), "declined"));
      case WITHDRAWN -> reject(new OfferIsClosed(command.assignmentId(), "withdrawn"));
      case EXPIRED -> reject(new OfferIsExpired(command.assignmentId()));
      case ACCEPTED, ENDED, ABANDONED -> rule.get();
    };
  }

  static Decision<AssignmentEvent> notPart(AssignmentCommand command, OrderId orderId) {
    return reject(new NotInThisAssignment(command.assignmentId(), orderId));
  }

  /// The order has left the trip. A courier who was lost and reports after all is told that nothing
  /// of the trip is theirs any more.
  static Decision<AssignmentEvent> gone(Offered trip, AssignmentCommand command, OrderId orderId) {
    return trip.phase() == Phase.ABANDONED
        ? reject(new AssignmentIsOver(command.assignmentId()))
        : notPart(command, orderId);
  }

  /// The event that settles an order settles the trip, if it is the last.
  static Decision<AssignmentEvent> settle(Offered trip, OrderId orderId, AssignmentEvent settled) {
    return trip.isLastOpen(orderId) ? accept(settled, ended(trip, settled)) : accept(settled);
  }

  static AssignmentEnded ended(Offered trip, AssignmentEvent last) {
    return new AssignmentEnded(
        trip.offer().assignmentId(), trip.offer().courierId(), last.occurredAt());
  }
}
