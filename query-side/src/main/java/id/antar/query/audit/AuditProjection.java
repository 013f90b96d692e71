package id.antar.query.audit;

import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.audit")
final class AuditProjection {

  private final Projector<AuditRow> projector;

  AuditProjection(Projector<AuditRow> projector) {
    this.projector = projector;
  }

  @EventHandler
  void on(EventMessage<?> message) {
    projector.handle(message);
  }
}
