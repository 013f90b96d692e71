package id.antar.gateway.order;

import id.antar.api.order.OrderId;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderView;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import reactor.core.publisher.Mono;

/// An order for those whom it concerns: its customer, its merchant, its courier, its recipient, and
/// staff. To everybody else it does not exist.
public final class OrderAccess {

  private final Engine engine;

  OrderAccess(Engine engine) {
    this.engine = engine;
  }

  public Mono<OrderView> get(OrderId id, Caller caller) {
    return engine
        .await(new GetOrder(id))
        .filter(order -> concerns(order, caller))
        .switchIfEmpty(Mono.error(() -> Problem.notFound("order", id).asException()));
  }

  static boolean concerns(OrderView order, Caller caller) {
    return caller.isStaff()
        || caller.is(order.customerId())
        || caller.is(order.merchantId())
        || caller.isRecipientOf(order.orderId())
        || (order.courierId() != null && caller.is(order.courierId()));
  }
}
