package id.antar.query.customername;

import id.antar.api.customer.CustomerEvent;
import id.antar.api.person.PersonEvent;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.customername")
final class NameProjection {

  private final Projector<NameRow> projector;

  NameProjection(Projector<NameRow> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = CustomerEvent.class)
  void onCustomer(EventMessage<?> message) {
    projector.handle(message);
  }

  @EventHandler(payloadType = PersonEvent.class)
  void onPerson(EventMessage<?> message) {
    projector.handle(message);
  }
}
