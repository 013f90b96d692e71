package id.antar.query.alert;

import id.antar.api.alert.AlertEvent;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.alert")
final class AlertProjection {

  private final Projector<AlertRow> projector;

  AlertProjection(Projector<AlertRow> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = AlertEvent.class)
  void onAlert(EventMessage<?> message) {
    projector.handle(message);
  }
}
