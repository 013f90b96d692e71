package id.antar.command.fulfilment;

import id.antar.api.assignment.AssignmentCommand.WithdrawOrder;
import id.antar.api.assignment.AssignmentEvent.OfferAccepted;
import id.antar.api.order.OrderCommand.AssignCourier;
import id.antar.api.order.OrderId;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// A courier who takes an offer is told to each of its orders. An order that is off meanwhile, or
/// with another assignment, leaves the trip.
@ProcessingGroup(FulfilmentConfiguration.GROUP)
@DisallowReplay
final class WhenOfferAcceptedThenAssignCourier {

  private final Reacting reacting;

  WhenOfferAcceptedThenAssignCourier(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(OfferAccepted event) {
    reacting.carryOut(react(event));
  }

  static List<Reaction> react(OfferAccepted event) {
    return event.orders().stream().map(orderId -> assign(event, orderId)).toList();
  }

  private static Reaction assign(OfferAccepted event, OrderId orderId) {
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
