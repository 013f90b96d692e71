package id.antar.command.fulfilment;

import id.antar.api.assignment.AssignmentEvent.DropoffFailed;
import id.antar.api.assignment.AssignmentEvent.DropoffRecorded;
import id.antar.api.assignment.AssignmentEvent.ReturnRecorded;
import id.antar.api.order.OrderCommand.MarkDelivered;
import id.antar.api.order.OrderCommand.MarkDeliveryFailed;
import id.antar.api.order.OrderCommand.MarkReturned;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// What the courier reports from the door, and from the way back, is told to the order.
@ProcessingGroup(FulfilmentConfiguration.GROUP)
@DisallowReplay
final class WhenDropoffEndsThenTellTheOrder {

  private final Reacting reacting;

  WhenDropoffEndsThenTellTheOrder(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(DropoffRecorded event) {
    reacting.carryOut(react(event));
  }

  @EventHandler
  void on(DropoffFailed event) {
    reacting.carryOut(react(event));
  }

  @EventHandler
  void on(ReturnRecorded event) {
    reacting.carryOut(react(event));
  }

  static Reaction react(DropoffRecorded event) {
    return Reaction.of(
        new MarkDelivered(event.orderId(), event.assignmentId(), event.occurredAt()));
  }

  static Reaction react(DropoffFailed event) {
    return Reaction.of(
        new MarkDeliveryFailed(
            event.orderId(), event.assignmentId(), event.reason(), event.occurredAt()));
  }

  static Reaction react(ReturnRecorded event) {
    return Reaction.of(new MarkReturned(event.orderId(), event.assignmentId(), event.occurredAt()));
  }
}
