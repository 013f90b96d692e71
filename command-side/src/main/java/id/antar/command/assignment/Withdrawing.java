package id.antar.command.assignment;

import static id.antar.command.assignment.Legs.ended;
import static id.antar.command.assignment.Legs.notPart;
import static id.antar.command.assignment.Legs.onTrip;
import static id.antar.command.assignment.Legs.settle;
import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.assignment.AssignmentCommand.ReleaseAssignment;
import id.antar.api.assignment.AssignmentCommand.WithdrawOrder;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.OrderWithdrawn;
import id.antar.api.assignment.AssignmentEvent.OrdersReleased;
import id.antar.api.assignment.AssignmentEvent.ReturnRequested;
import id.antar.api.assignment.AssignmentRejection.AlreadyPickedUp;
import id.antar.api.assignment.AssignmentRejection.AssignmentIsOver;
import id.antar.api.assignment.AssignmentRejection.NotToBeReturned;
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import id.antar.command.assignment.AssignmentState.Offered;
import id.antar.command.assignment.AssignmentState.Phase;
import id.antar.command.decider.Decision;
import java.util.List;

/// How orders leave a trip: taken off it because they are off, or given back by the courier.
final class Withdrawing {

  private Withdrawing() {}

  /// What the courier has in hand goes back to the merchant. What was handed over cannot.
  static Decision<AssignmentEvent> withdraw(Offered trip, WithdrawOrder c) {
    Leg leg = trip.legs().get(c.orderId());
    if (leg == null) {
      return notPart(c, c.orderId());
    }
    if (trip.phase() == Phase.DECLINED || trip.phase() == Phase.EXPIRED) {
      return satisfied();
    }
    CourierId courierId = trip.offer().courierId();
    return switch (leg) {
      case TO_PICK_UP, AT_PICKUP ->
          settle(
              trip,
              c.orderId(),
              new OrderWithdrawn(
                  c.assignmentId(), courierId, c.orderId(), c.reason(), c.occurredAt()));
      case CARRIED, AT_DOOR ->
          accept(
              new ReturnRequested(
                  c.assignmentId(), courierId, c.orderId(), c.reason(), c.occurredAt()));
      case TO_RETURN, RETURNED, WITHDRAWN, RELEASED, STRANDED -> satisfied();
      case DROPPED_OFF -> reject(new NotToBeReturned(c.assignmentId(), c.orderId()));
    };
  }

  static Decision<AssignmentEvent> release(Offered trip, ReleaseAssignment c) {
    return onTrip(
        trip,
        c,
        c.courierId(),
        () -> {
          List<OrderId> given = trip.ordersThatAre(Leg::isBeforePickup);
          return given.isEmpty() ? nothingToRelease(trip, c) : release(trip, c, given);
        });
  }

  private static Decision<AssignmentEvent> release(
      Offered trip, ReleaseAssignment c, List<OrderId> given) {
    var released =
        new OrdersReleased(c.assignmentId(), c.courierId(), given, c.reason(), c.occurredAt());
    boolean all = trip.ordersThatAre(Leg::isOpen).size() == given.size();
    return all ? accept(released, ended(trip, released)) : accept(released);
  }

  private static Decision<AssignmentEvent> nothingToRelease(Offered trip, ReleaseAssignment c) {
    if (trip.legs().containsValue(Leg.RELEASED)) {
      return satisfied();
    }
    return trip.phase() == Phase.ACCEPTED
        ? reject(new AlreadyPickedUp(c.assignmentId(), trip.ordersThatAre(Leg::isOpen).getFirst()))
        : reject(new AssignmentIsOver(c.assignmentId()));
  }
}
