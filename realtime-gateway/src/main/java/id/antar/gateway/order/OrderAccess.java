package id.antar.gateway.order;

import id.antar.api.account.Permission;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderView;
import id.antar.api.order.Party;
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
    return find(id).filter(order -> concerns(order, caller)).switchIfEmpty(unknown(id));
  }

  /// Completes, or fails for an order that does not exist for anybody.
  public Mono<Void> exists(OrderId id) {
    return find(id).switchIfEmpty(unknown(id)).then();
  }

  /// On which side of this order the caller acts.
  public Mono<Party> partyOf(OrderId id, Caller caller) {
    return switch (caller.actor().role()) {
      case CUSTOMER -> Mono.just(new Party.Customer(caller.asCustomer()));
      case MERCHANT, STORE_MANAGER, SUPERVISOR, CASHIER, DEVELOPER ->
          merchantOf(id, caller).map(Party.Merchant::new);
      case COURIER -> Mono.just(new Party.Courier(caller.asCourier()));
      case OPERATOR, ANALYST, ADMIN -> Mono.just(new Party.Operator(caller.actor().id()));
      case SYSTEM -> Mono.just(new Party.Engine(caller.actor().id()));
      case RECIPIENT -> throw Problem.forbidden("A recipient only watches.").asException();
    };
  }

  /// In whose name the caller acts on this order. Who acts for one merchant is left to the order
  /// itself, which knows whose it is.
  Mono<MerchantId> merchantOf(OrderId id, Caller caller) {
    return Mono.justOrEmpty(caller.findMerchant())
        .switchIfEmpty(
            find(id).map(OrderView::merchantId).filter(caller::is).switchIfEmpty(unknown(id)));
  }

  private Mono<OrderView> find(OrderId id) {
    return engine.await(new GetOrder(id));
  }

  private static <T> Mono<T> unknown(OrderId id) {
    return Mono.error(() -> Problem.notFound("order", id).asException());
  }

  static boolean concerns(OrderView order, Caller caller) {
    return caller.may(Permission.ORDERS_READ_ANY)
        || caller.is(order.customerId())
        || caller.is(order.merchantId())
        || caller.isRecipientOf(order.orderId())
        || (order.courierId() != null && caller.is(order.courierId()));
  }
}
