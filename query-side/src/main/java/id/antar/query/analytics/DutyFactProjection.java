package id.antar.query.analytics;

import id.antar.api.courier.CourierEvent;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.duty_fact")
final class DutyFactProjection {

  private final Projector<DutyFact> projector;

  DutyFactProjection(Projector<DutyFact> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = CourierEvent.class)
  void onCourier(EventMessage<?> message) {
    projector.handle(message);
  }
}
