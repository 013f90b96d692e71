package id.antar.command.fulfilment;

import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.order.OrderCommand.StrandOrder;
import id.antar.api.order.OrderCommand.UnassignCourier;
import id.antar.api.order.OrderId;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// The orders of a courier who was lost are looked after by dispatch again, wherever they are. What
/// happened to the courier is not the order's: customers and merchants read what an order says.
@ProcessingGroup(FulfilmentConfiguration.GROUP)
@DisallowReplay
final class WhenAssignmentAbandonedThenTellItsOrders {

  private static final String REASON = "The courier cannot go on.";

  private final Reacting reacting;

  WhenAssignmentAbandonedThenTellItsOrders(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(AssignmentAbandoned event) {
    reacting.carryOut(react(event));
  }

  static List<Reaction> react(AssignmentAbandoned event) {
    return Stream.concat(
            event.released().stream().map(orderId -> unassign(event, orderId)),
            event.stranded().stream().map(orderId -> strand(event, orderId)))
        .toList();
  }

  private static Reaction unassign(AssignmentAbandoned event, OrderId orderId) {
    return Reaction.of(
        new UnassignCourier(orderId, event.assignmentId(), REASON, event.occurredAt()));
  }

  private static Reaction strand(AssignmentAbandoned event, OrderId orderId) {
    return Reaction.of(
        new StrandOrder(orderId, event.assignmentId(), event.handover(), event.occurredAt()));
  }
}
