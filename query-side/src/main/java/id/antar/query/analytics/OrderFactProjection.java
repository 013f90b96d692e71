package id.antar.query.analytics;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.order.OrderEvent;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.order_fact")
final class OrderFactProjection {

  private final Projector<OrderFact> projector;

  OrderFactProjection(Projector<OrderFact> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = OrderEvent.class)
  void onOrder(EventMessage<?> message) {
    projector.handle(message);
  }

  @EventHandler(payloadType = AssignmentEvent.class)
  void onAssignment(EventMessage<?> message) {
    projector.handle(message);
  }
}
