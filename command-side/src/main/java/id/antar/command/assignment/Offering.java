package id.antar.command.assignment;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.assignment.AssignmentCommand.OfferAssignment;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentRejection.AlreadyOffered;
import id.antar.api.assignment.AssignmentRejection.StopsNotCarriable;
import id.antar.command.assignment.AssignmentState.Offered;
import id.antar.command.decider.Decision;
import java.util.Map;
import java.util.Optional;

/// A trip is offered if somebody can ride it.
final class Offering {

  private Offering() {}

  static Decision<AssignmentEvent> offer(OfferAssignment c) {
    return findFault(c)
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

  private static Optional<String> findFault(OfferAssignment c) {
    return c.stops().isEmpty()
        ? Optional.of("there are none")
        : Stops.findFault(c.stops(), Map.of());
  }

  private static AssignmentOffered offered(OfferAssignment c) {
    return new AssignmentOffered(
        c.assignmentId(), c.courierId(), c.decisionId(), c.stops(), c.expiresAt(), c.occurredAt());
  }
}
