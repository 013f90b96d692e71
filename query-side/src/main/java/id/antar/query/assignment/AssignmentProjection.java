package id.antar.query.assignment;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentView;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.assignment")
final class AssignmentProjection {

  private final Projector<AssignmentView> projector;

  AssignmentProjection(Projector<AssignmentView> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = AssignmentEvent.class)
  void onAssignment(EventMessage<?> message) {
    projector.handle(message);
  }
}
