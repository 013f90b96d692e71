package id.antar.query.customer;

import id.antar.api.customer.CustomerEvent;
import id.antar.api.customer.CustomerView;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.customer")
final class CustomerProjection {

  private final Projector<CustomerView> projector;

  CustomerProjection(Projector<CustomerView> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = CustomerEvent.class)
  void onCustomer(EventMessage<?> message) {
    projector.handle(message);
  }
}
