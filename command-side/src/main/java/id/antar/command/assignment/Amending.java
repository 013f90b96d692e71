package id.antar.command.assignment;

import static id.antar.command.assignment.Legs.ended;
import static id.antar.command.assignment.Legs.onTrip;
import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.assignment.AssignmentCommand.AmendAssignment;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.AssignmentRejection.AlreadyAtPickup;
import id.antar.api.assignment.AssignmentRejection.AssignmentIsOver;
import id.antar.api.assignment.AssignmentRejection.StopsNotCarriable;
import id.antar.api.assignment.Stop;
import id.antar.api.order.OrderId;
import id.antar.command.assignment.AssignmentState.Offered;
import id.antar.command.assignment.AssignmentState.Phase;
import id.antar.command.decider.Decision;
import java.util.List;
import java.util.function.Predicate;

/// The rest of a trip becomes another one. Stops that were visited stay, and so does what the
/// courier has in hand or has come to fetch; whether it fits on the vehicle is the planner's
/// matter.
final class Amending {

  private Amending() {}

  static Decision<AssignmentEvent> amend(Offered trip, AmendAssignment c) {
    return onTrip(
        trip,
        c,
        c.courierId(),
        () -> {
          if (isKnown(trip, c)) {
            return satisfied();
          }
          return trip.phase() == Phase.ACCEPTED
              ? amendIfCarriable(trip, c)
              : reject(new AssignmentIsOver(c.assignmentId()));
        });
  }

  /// Said before, even if it no longer holds because of a later one.
  private static boolean isKnown(Offered trip, AmendAssignment c) {
    return trip.amendments().stream()
        .anyMatch(e -> e.decisionId().equals(c.decisionId()) && e.stops().equals(c.stops()));
  }

  private static Decision<AssignmentEvent> amendIfCarriable(Offered trip, AmendAssignment c) {
    return Stops.findFault(c.stops(), trip.legs())
        .<Decision<AssignmentEvent>>map(why -> reject(new StopsNotCarriable(c.assignmentId(), why)))
        .orElseGet(() -> {
          AssignmentAmended amended = amended(trip, c);
          return amended.removed().stream()
              .filter(orderId -> trip.legs().get(orderId) == Leg.AT_PICKUP)
              .findFirst()
              .map(orderId ->
                  Decision.<AssignmentEvent>reject(new AlreadyAtPickup(c.assignmentId(), orderId)))
              .orElseGet(() ->
                  c.stops().isEmpty() ? accept(amended, ended(trip, amended)) : accept(amended));
        });
  }

  private static AssignmentAmended amended(Offered trip, AmendAssignment c) {
    List<OrderId> before = trip.ordersThatAre(Leg::isOpen);
    List<OrderId> after = c.stops().stream().map(Stop::orderId).distinct().toList();
    return new AssignmentAmended(
        c.assignmentId(),
        c.courierId(),
        c.decisionId(),
        c.stops(),
        after.stream().filter(Predicate.not(before::contains)).toList(),
        before.stream().filter(Predicate.not(after::contains)).toList(),
        c.reason(),
        c.occurredAt());
  }
}
