package id.antar.command.assignment;

import static id.antar.command.assignment.Legs.gone;
import static id.antar.command.assignment.Legs.onTrip;
import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.assignment.AssignmentCommand.ArriveAtPickup;
import id.antar.api.assignment.AssignmentCommand.RecordPickup;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtPickup;
import id.antar.api.assignment.AssignmentEvent.PickupRecorded;
import id.antar.command.assignment.AssignmentState.Offered;
import id.antar.command.decider.Decision;

/// At the merchant's. A courier may forget to report the arrival.
final class Collecting {

  private Collecting() {}

  static Decision<AssignmentEvent> arrive(Offered trip, ArriveAtPickup c) {
    return onTrip(
        trip,
        c,
        c.courierId(),
        c.orderId(),
        leg ->
            switch (leg) {
              case TO_PICK_UP ->
                  accept(
                      new ArrivedAtPickup(
                          c.assignmentId(), c.courierId(), c.orderId(), c.occurredAt()));
              case AT_PICKUP, CARRIED, AT_DOOR, TO_RETURN, DROPPED_OFF, RETURNED -> satisfied();
              case WITHDRAWN, RELEASED, STRANDED -> gone(trip, c, c.orderId());
            });
  }

  static Decision<AssignmentEvent> pickUp(Offered trip, RecordPickup c) {
    return onTrip(
        trip,
        c,
        c.courierId(),
        c.orderId(),
        leg ->
            switch (leg) {
              case TO_PICK_UP, AT_PICKUP ->
                  accept(
                      new PickupRecorded(
                          c.assignmentId(), c.courierId(), c.orderId(), c.occurredAt()));
              case CARRIED, AT_DOOR, TO_RETURN, DROPPED_OFF, RETURNED -> satisfied();
              case WITHDRAWN, RELEASED, STRANDED -> gone(trip, c, c.orderId());
            });
  }
}
