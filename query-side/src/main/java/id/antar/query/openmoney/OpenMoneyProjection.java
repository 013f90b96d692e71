package id.antar.query.openmoney;

import id.antar.api.payment.PaymentEvent;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.openmoney")
final class OpenMoneyProjection {

  private final Projector<OpenMoneyRow> projector;

  OpenMoneyProjection(Projector<OpenMoneyRow> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = PaymentEvent.class)
  void onPayment(EventMessage<?> message) {
    projector.handle(message);
  }
}
