package id.antar.query.courier;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.courier.CourierEvent;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.courier")
final class CourierProjection {

  private final Projector<CourierRow> projector;

  CourierProjection(Projector<CourierRow> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = CourierEvent.class)
  void onCourier(EventMessage<?> message) {
    projector.handle(message);
  }

  @EventHandler(payloadType = AssignmentEvent.class)
  void onAssignment(EventMessage<?> message) {
    projector.handle(message);
  }
}
