package id.antar.command.assignment;

import static id.antar.command.assignment.Legs.ended;
import static id.antar.command.assignment.Legs.onTrip;
import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.assignment.AssignmentCommand.AbandonAssignment;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.assignment.AssignmentRejection.AssignmentIsOver;
import id.antar.command.assignment.AssignmentState.Offered;
import id.antar.command.assignment.AssignmentState.Phase;
import id.antar.command.decider.Decision;

/// A courier is lost to a trip, and the trip is over with it: others fetch what is not picked up,
/// and what is in the courier's hands is stranded.
final class Abandoning {

  private Abandoning() {}

  static Decision<AssignmentEvent> abandon(Offered trip, AbandonAssignment c) {
    return onTrip(
        trip,
        c,
        c.courierId(),
        () -> {
          if (trip.phase() == Phase.ABANDONED) {
            return satisfied();
          }
          if (trip.phase() == Phase.ENDED) {
            return reject(new AssignmentIsOver(c.assignmentId()));
          }
          AssignmentAbandoned abandoned = abandoned(trip, c);
          return accept(abandoned, ended(trip, abandoned));
        });
  }

  private static AssignmentAbandoned abandoned(Offered trip, AbandonAssignment c) {
    return new AssignmentAbandoned(
        c.assignmentId(),
        c.courierId(),
        c.cause(),
        trip.ordersThatAre(Leg::isBeforePickup),
        trip.ordersThatAre(Leg::isInHand),
        c.handover(),
        c.reason(),
        c.occurredAt());
  }
}
