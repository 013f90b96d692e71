package id.antar.command.fulfilment;

import id.antar.api.assignment.AssignmentCommand.WithdrawOrder;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.order.OrderCommand.AssignCourier;
import id.antar.api.order.OrderCommand.UnassignCourier;
import id.antar.api.order.OrderId;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// Orders that come to a trip under way get its courier, and those that leave it lose them. An
/// order that is off meanwhile, or still with another assignment, leaves the trip again. Why the
/// trip changes is not the order's to say: customers and merchants read it.
@ProcessingGroup(FulfilmentConfiguration.GROUP)
@DisallowReplay
final class WhenAssignmentAmendedThenTellItsOrders {

  private static final String REASON = "Another courier is to carry it.";

  private final Reacting reacting;

  WhenAssignmentAmendedThenTellItsOrders(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(AssignmentAmended event) {
    reacting.carryOut(react(event));
  }

  static List<Reaction> react(AssignmentAmended event) {
    return Stream.concat(
            event.removed().stream().map(orderId -> unassign(event, orderId)),
            event.added().stream().map(orderId -> assign(event, orderId)))
        .toList();
  }

  private static Reaction unassign(AssignmentAmended event, OrderId orderId) {
    return Reaction.of(
        new UnassignCourier(orderId, event.assignmentId(), REASON, event.occurredAt()));
  }

  private static Reaction assign(AssignmentAmended event, OrderId orderId) {
    return Reaction.of(
            new AssignCourier(orderId, event.assignmentId(), event.courierId(), event.occurredAt()))
        .orElse(
            new WithdrawOrder(
                event.assignmentId(),
                orderId,
                "The order is off, or with another courier.",
                event.occurredAt()));
  }
}
