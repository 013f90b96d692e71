package id.antar.command.fulfilment;

import id.antar.api.assignment.AssignmentEvent.OrdersReleased;
import id.antar.api.order.OrderCommand.UnassignCourier;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// Orders that a courier gives back are looked after by dispatch again.
@ProcessingGroup(FulfilmentConfiguration.GROUP)
@DisallowReplay
final class WhenOrdersReleasedThenUnassignCourier {

  private final Reacting reacting;

  WhenOrdersReleasedThenUnassignCourier(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(OrdersReleased event) {
    reacting.carryOut(react(event));
  }

  static List<Reaction> react(OrdersReleased event) {
    return event.orders().stream()
        .map(orderId ->
            Reaction.of(
                new UnassignCourier(
                    orderId, event.assignmentId(), event.reason(), event.occurredAt())))
        .toList();
  }
}
