package id.antar.query.payment;

import id.antar.api.payment.PaymentEvent;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.payment")
final class PaymentProjection {

  private final Projector<PaymentRow> projector;

  PaymentProjection(Projector<PaymentRow> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = PaymentEvent.class)
  void onPayment(EventMessage<?> message) {
    projector.handle(message);
  }
}
