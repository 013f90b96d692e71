package id.antar.command.assignment;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.assignment.AssignmentCommand.OfferAssignment;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentRejection.AlreadyOffered;
import id.antar.api.assignment.AssignmentRejection.StopsNotCarriable;
import id.antar.api.assignment.Stop;
import id.antar.api.order.OrderId;
import id.antar.command.assignment.AssignmentState.Offered;
import id.antar.command.decider.Decision;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// A trip is offered if somebody can ride it: each order is picked up once and, later, dropped off
/// once.
final class Offering {

  private Offering() {}

  static Decision<AssignmentEvent> offer(OfferAssignment c) {
    return findFault(c.stops())
        .<Decision<AssignmentEvent>>map(why -> reject(new StopsNotCarriable(c.assignmentId(), why)))
        .orElseGet(() -> accept(offered(c)));
  }

  static Decision<AssignmentEvent> offerAgain(Offered trip, OfferAssignment c) {
    AssignmentOffered first = trip.offer();
    boolean same =
        first.courierId().equals(c.courierId())
            && first.decisionId().equals(c.decisionId())
            && first.stops().equals(c.stops())
            && first.expiresAt().equals(c.expiresAt());
    return same ? satisfied() : reject(new AlreadyOffered(c.assignmentId()));
  }

  private static Optional<String> findFault(List<Stop> stops) {
    var toDropOff = new HashSet<OrderId>();
    var seen = new HashSet<OrderId>();
    for (Stop stop : stops) {
      boolean fits =
          switch (stop.kind()) {
            case PICKUP -> seen.add(stop.orderId()) && toDropOff.add(stop.orderId());
            case DROPOFF -> toDropOff.remove(stop.orderId());
            case RETURN -> false;
          };
      if (!fits) {
        return Optional.of(
            "the " + stop.kind() + " of order " + stop.orderId() + " is out of place");
      }
    }
    if (stops.isEmpty()) {
      return Optional.of("there are none");
    }
    return toDropOff.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "nowhere to drop off " + toDropOff.stream().map(OrderId::value).sorted().toList());
  }

  private static AssignmentOffered offered(OfferAssignment c) {
    return new AssignmentOffered(
        c.assignmentId(), c.courierId(), c.decisionId(), c.stops(), c.expiresAt(), c.occurredAt());
  }
}
