package id.antar.query.dispatchdecision;

import id.antar.api.dispatch.DispatchEvent;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.dispatchdecision")
final class DecisionProjection {

  private final Projector<DecisionRow> projector;

  DecisionProjection(Projector<DecisionRow> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = DispatchEvent.class)
  void onDispatch(EventMessage<?> message) {
    projector.handle(message);
  }
}
