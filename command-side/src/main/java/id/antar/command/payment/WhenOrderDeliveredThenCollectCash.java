package id.antar.command.payment;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderEvent.DeliveredThoughOff;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderId;
import id.antar.api.payment.PaymentCommand.CollectCash;
import id.antar.api.payment.PaymentId;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// Cash changes hands at the door, and what was paid before is earned.
@ProcessingGroup(PaymentConfiguration.GROUP)
@DisallowReplay
final class WhenOrderDeliveredThenCollectCash {

  private final Reacting reacting;

  WhenOrderDeliveredThenCollectCash(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(OrderDelivered event) {
    reacting.carryOut(react(event));
  }

  @EventHandler
  void on(DeliveredThoughOff event) {
    reacting.carryOut(react(event));
  }

  static Reaction react(OrderDelivered event) {
    return collect(event.orderId(), event.assignmentId(), event.courierId(), event.occurredAt());
  }

  static Reaction react(DeliveredThoughOff event) {
    return collect(event.orderId(), event.assignmentId(), event.courierId(), event.occurredAt());
  }

  private static Reaction collect(
      OrderId orderId, AssignmentId assignmentId, CourierId courierId, Instant now) {
    return Reaction.of(new CollectCash(PaymentId.ofOrder(orderId), assignmentId, courierId, now));
  }
}
