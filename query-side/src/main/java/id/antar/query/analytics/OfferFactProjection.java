package id.antar.query.analytics;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.offer_fact")
final class OfferFactProjection {

  private final Projector<OfferFact> projector;

  OfferFactProjection(Projector<OfferFact> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = AssignmentEvent.class)
  void onAssignment(EventMessage<?> message) {
    projector.handle(message);
  }
}
