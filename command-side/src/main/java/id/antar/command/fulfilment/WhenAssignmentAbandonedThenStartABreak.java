package id.antar.command.fulfilment;

import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.courier.CourierCommand.StartBreak;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// A courier who was lost gets no offer before they say that they go on, by ending the break.
@ProcessingGroup(FulfilmentConfiguration.GROUP)
@DisallowReplay
final class WhenAssignmentAbandonedThenStartABreak {

  private final Reacting reacting;

  WhenAssignmentAbandonedThenStartABreak(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(AssignmentAbandoned event) {
    reacting.carryOut(react(event));
  }

  static Reaction react(AssignmentAbandoned event) {
    return Reaction.of(new StartBreak(event.courierId(), event.occurredAt()));
  }
}
