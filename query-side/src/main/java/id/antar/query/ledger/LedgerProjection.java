package id.antar.query.ledger;

import id.antar.api.courier.CourierEvent;
import id.antar.api.ledger.LedgerLine;
import id.antar.api.order.OrderEvent;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payout.PayoutEvent;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.ledger")
final class LedgerProjection {

  private final Projector<LedgerLine> projector;

  LedgerProjection(Projector<LedgerLine> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = OrderEvent.class)
  void onOrder(EventMessage<?> message) {
    projector.handle(message);
  }

  @EventHandler(payloadType = PaymentEvent.class)
  void onPayment(EventMessage<?> message) {
    projector.handle(message);
  }

  @EventHandler(payloadType = CourierEvent.class)
  void onCourier(EventMessage<?> message) {
    projector.handle(message);
  }

  @EventHandler(payloadType = PayoutEvent.class)
  void onPayout(EventMessage<?> message) {
    projector.handle(message);
  }
}
