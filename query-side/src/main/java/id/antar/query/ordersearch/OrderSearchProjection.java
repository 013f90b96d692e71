package id.antar.query.ordersearch;

import id.antar.api.order.OrderEvent;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.ordersearch")
final class OrderSearchProjection {

  private final Projector<OrderDocument> projector;

  OrderSearchProjection(Projector<OrderDocument> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = OrderEvent.class)
  void onOrder(EventMessage<?> message) {
    projector.handle(message);
  }
}
