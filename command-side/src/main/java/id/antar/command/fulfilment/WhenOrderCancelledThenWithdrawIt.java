package id.antar.command.fulfilment;

import id.antar.api.assignment.AssignmentCommand.WithdrawOrder;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// An order that is off leaves its courier's trip, or has to go back. One that was only offered
/// leaves the trip when the offer is accepted.
@ProcessingGroup(FulfilmentConfiguration.GROUP)
@DisallowReplay
final class WhenOrderCancelledThenWithdrawIt {

  private final Reacting reacting;

  WhenOrderCancelledThenWithdrawIt(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(OrderCancelled event) {
    reacting.carryOut(react(event));
  }

  static List<Reaction> react(OrderCancelled event) {
    AssignmentId assignmentId = event.assignmentId();
    return assignmentId == null
        ? List.of()
        : List.of(
            Reaction.of(
                new WithdrawOrder(
                    assignmentId, event.orderId(), event.reason(), event.occurredAt())));
  }
}
