package id.antar.command.order;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.satisfied;
import static id.antar.command.order.Stages.notNow;

import id.antar.api.order.OrderCommand.StrandOrder;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.Party;
import id.antar.command.decider.Decision;
import id.antar.command.order.Known.Carrier;
import id.antar.command.order.Known.Ended;
import id.antar.command.order.Known.InKitchen;
import id.antar.command.order.Known.OnDelivery;
import id.antar.command.order.Known.Placed;
import id.antar.command.order.Known.Submitted;
import id.antar.command.order.Known.Undeliverable;
import java.time.Instant;

/// An order whose courier was lost on the way. If somebody knows where it is, another courier
/// fetches it there; if not, it is made again, which takes as long as the merchant said the first
/// time. One that nobody took at its door and that is lost on its way back is off.
final class Stranding {

  private static final Party FULFILMENT = new Party.Engine("fulfilment");

  private Stranding() {}

  static Decision<OrderEvent> strand(Known order, StrandOrder c, Instant now) {
    boolean with =
        order.findCarrier().map(Carrier::assignmentId).filter(c.assignmentId()::equals).isPresent();
    if (!with) {
      return satisfied();
    }
    return switch (order) {
      case OnDelivery(var kitchen, var carrier) -> accept(stranded(kitchen, carrier, c, now));
      case Undeliverable _ ->
          accept(
              Cancelling.cancelled(
                  order, FULFILMENT, "It was lost on its way back.", c.occurredAt()));
      case Ended _ -> satisfied();
      case Placed _, Submitted _, InKitchen _ -> notNow(order, c);
    };
  }

  private static OrderStranded stranded(
      InKitchen kitchen, Carrier carrier, StrandOrder c, Instant now) {
    return new OrderStranded(
        c.orderId(),
        c.assignmentId(),
        carrier.courierId(),
        c.handover(),
        c.handover() == null ? now.plus(kitchen.preparation()) : now,
        c.occurredAt());
  }
}
