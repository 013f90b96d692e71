package id.antar.gateway.person;

import id.antar.api.courier.CourierDuty;
import id.antar.api.courier.CourierId;
import id.antar.api.courier.CourierQuery.GetCourier;
import id.antar.api.customer.CustomerId;
import id.antar.api.message.Actor;
import id.antar.api.order.OrderQuery.ListOrders;
import id.antar.api.order.OrderStatus;
import id.antar.gateway.edge.engine.Engine;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/// What somebody is still needed for: orders under way, a shift. A merchant goes on without any one
/// of those who act for it.
final class Involvement {

  private static final Set<OrderStatus> UNDER_WAY =
      EnumSet.complementOf(EnumSet.of(OrderStatus.DELIVERED, OrderStatus.CANCELLED));

  /// So many orders of each status are named.
  private static final int NAMED = 10;

  private final Engine engine;

  Involvement(Engine engine) {
    this.engine = engine;
  }

  Flux<String> of(Actor account) {
    String id = account.id();
    return switch (account.role()) {
      case CUSTOMER -> orders(new CustomerId(id), null);
      case COURIER -> Flux.concat(shift(new CourierId(id)), orders(null, new CourierId(id)));
      case MERCHANT,
          STORE_MANAGER,
          SUPERVISOR,
          CASHIER,
          DEVELOPER,
          OPERATOR,
          ANALYST,
          ADMIN,
          RECIPIENT,
          SYSTEM ->
          Flux.empty();
    };
  }

  private Flux<String> orders(@Nullable CustomerId customer, @Nullable CourierId courier) {
    return Flux.fromIterable(UNDER_WAY)
        .concatMap(
            status -> engine.ask(new ListOrders(customer, null, courier, status, null, NAMED)))
        .flatMapIterable(page -> page.orders())
        .map(order -> "order:" + order.orderId());
  }

  private Flux<String> shift(CourierId courier) {
    return engine
        .ask(new GetCourier(courier))
        .filter(view -> view.duty() != CourierDuty.OFF_SHIFT)
        .map(_ -> "shift")
        .flux();
  }
}
