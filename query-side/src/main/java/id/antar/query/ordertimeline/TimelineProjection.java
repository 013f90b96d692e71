package id.antar.query.ordertimeline;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.order.OrderEvent;
import id.antar.api.payment.PaymentEvent;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.ordertimeline")
final class TimelineProjection {

  private final Projector<TimelineRow> projector;

  TimelineProjection(Projector<TimelineRow> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = OrderEvent.class)
  void onOrder(EventMessage<?> message) {
    projector.handle(message);
  }

  @EventHandler(payloadType = PaymentEvent.class)
  void onPayment(EventMessage<?> message) {
    projector.handle(message);
  }

  @EventHandler(payloadType = AssignmentEvent.class)
  void onAssignment(EventMessage<?> message) {
    projector.handle(message);
  }
}
