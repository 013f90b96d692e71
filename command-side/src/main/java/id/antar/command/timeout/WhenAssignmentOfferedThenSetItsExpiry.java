package id.antar.command.timeout;

import id.antar.api.assignment.AssignmentCommand.ExpireOffer;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// An offer without an answer expires.
@ProcessingGroup(TimeoutConfiguration.GROUP)
@DisallowReplay
final class WhenAssignmentOfferedThenSetItsExpiry {

  private final ScheduleTimeout timeouts;

  WhenAssignmentOfferedThenSetItsExpiry(ScheduleTimeout timeouts) {
    this.timeouts = timeouts;
  }

  @EventHandler
  void on(AssignmentOffered event) {
    react(event).schedule(timeouts);
  }

  static Timeout react(AssignmentOffered event) {
    return new Timeout(
        "assignment:" + event.assignmentId() + ":expiry",
        event.expiresAt(),
        new ExpireOffer(event.assignmentId(), event.expiresAt()));
  }
}
