package id.antar.command.assignment;

import static id.antar.command.assignment.Legs.gone;
import static id.antar.command.assignment.Legs.onTrip;
import static id.antar.command.assignment.Legs.settle;
import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.assignment.AssignmentCommand.ArriveAtDropoff;
import id.antar.api.assignment.AssignmentCommand.FailDropoff;
import id.antar.api.assignment.AssignmentCommand.RecordDropoff;
import id.antar.api.assignment.AssignmentCommand.RecordReturn;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtDropoff;
import id.antar.api.assignment.AssignmentEvent.DropoffFailed;
import id.antar.api.assignment.AssignmentEvent.DropoffRecorded;
import id.antar.api.assignment.AssignmentEvent.ReturnRecorded;
import id.antar.api.assignment.AssignmentRejection.NotPickedUp;
import id.antar.api.assignment.AssignmentRejection.NotToBeReturned;
import id.antar.api.assignment.AssignmentRejection.ToBeReturned;
import id.antar.command.assignment.AssignmentState.Offered;
import id.antar.command.decider.Decision;

/// At the door, and back at the merchant's if nobody took it. Only what was picked up gets there.
final class Delivering {

  private Delivering() {}

  static Decision<AssignmentEvent> arrive(Offered trip, ArriveAtDropoff c) {
    return onTrip(
        trip,
        c,
        c.courierId(),
        c.orderId(),
        leg ->
            switch (leg) {
              case CARRIED ->
                  accept(
                      new ArrivedAtDropoff(
                          c.assignmentId(), c.courierId(), c.orderId(), c.occurredAt()));
              case AT_DOOR, DROPPED_OFF -> satisfied();
              case TO_PICK_UP, AT_PICKUP -> reject(new NotPickedUp(c.assignmentId(), c.orderId()));
              case TO_RETURN, RETURNED -> reject(new ToBeReturned(c.assignmentId(), c.orderId()));
              case WITHDRAWN, RELEASED, STRANDED -> gone(trip, c, c.orderId());
            });
  }

  static Decision<AssignmentEvent> dropOff(Offered trip, RecordDropoff c) {
    return onTrip(
        trip,
        c,
        c.courierId(),
        c.orderId(),
        leg ->
            switch (leg) {
              case CARRIED, AT_DOOR ->
                  settle(
                      trip,
                      c.orderId(),
                      new DropoffRecorded(
                          c.assignmentId(), c.courierId(), c.orderId(), c.occurredAt()));
              case DROPPED_OFF -> satisfied();
              case TO_PICK_UP, AT_PICKUP -> reject(new NotPickedUp(c.assignmentId(), c.orderId()));
              case TO_RETURN, RETURNED -> reject(new ToBeReturned(c.assignmentId(), c.orderId()));
              case WITHDRAWN, RELEASED, STRANDED -> gone(trip, c, c.orderId());
            });
  }

  static Decision<AssignmentEvent> fail(Offered trip, FailDropoff c) {
    return onTrip(
        trip,
        c,
        c.courierId(),
        c.orderId(),
        leg ->
            switch (leg) {
              case CARRIED, AT_DOOR ->
                  accept(
                      new DropoffFailed(
                          c.assignmentId(),
                          c.courierId(),
                          c.orderId(),
                          c.reason(),
                          c.occurredAt()));
              case TO_RETURN, RETURNED -> satisfied();
              case TO_PICK_UP, AT_PICKUP -> reject(new NotPickedUp(c.assignmentId(), c.orderId()));
              case DROPPED_OFF -> reject(new NotToBeReturned(c.assignmentId(), c.orderId()));
              case WITHDRAWN, RELEASED, STRANDED -> gone(trip, c, c.orderId());
            });
  }

  static Decision<AssignmentEvent> bringBack(Offered trip, RecordReturn c) {
    return onTrip(
        trip,
        c,
        c.courierId(),
        c.orderId(),
        leg ->
            switch (leg) {
              case TO_RETURN ->
                  settle(
                      trip,
                      c.orderId(),
                      new ReturnRecorded(
                          c.assignmentId(), c.courierId(), c.orderId(), c.occurredAt()));
              case RETURNED -> satisfied();
              case TO_PICK_UP, AT_PICKUP -> reject(new NotPickedUp(c.assignmentId(), c.orderId()));
              case CARRIED, AT_DOOR, DROPPED_OFF ->
                  reject(new NotToBeReturned(c.assignmentId(), c.orderId()));
              case WITHDRAWN, RELEASED, STRANDED -> gone(trip, c, c.orderId());
            });
  }
}
