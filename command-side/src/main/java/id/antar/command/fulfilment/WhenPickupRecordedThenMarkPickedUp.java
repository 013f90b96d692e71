package id.antar.command.fulfilment;

import id.antar.api.assignment.AssignmentCommand.WithdrawOrder;
import id.antar.api.assignment.AssignmentEvent.PickupRecorded;
import id.antar.api.order.OrderCommand.MarkPickedUp;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// Food that left the merchant's is told to its order. If the order does not want it any more, it
/// has to go back.
@ProcessingGroup(FulfilmentConfiguration.GROUP)
@DisallowReplay
final class WhenPickupRecordedThenMarkPickedUp {

  private final Reacting reacting;

  WhenPickupRecordedThenMarkPickedUp(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(PickupRecorded event) {
    reacting.carryOut(react(event));
  }

  static Reaction react(PickupRecorded event) {
    return Reaction.of(
            new MarkPickedUp(
                event.orderId(), event.assignmentId(), event.courierId(), event.occurredAt()))
        .orElse(
            new WithdrawOrder(
                event.assignmentId(),
                event.orderId(),
                "The order was off before it was picked up.",
                event.occurredAt()));
  }
}
