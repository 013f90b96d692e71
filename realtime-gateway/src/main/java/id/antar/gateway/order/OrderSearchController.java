package id.antar.gateway.order;

import id.antar.api.account.Permission;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderQuery.SearchOrders;
import id.antar.api.order.OrderSearch.Hits;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Orders by what they are about. The search knows ids; what is shown comes from the orders
/// themselves, and only if the caller may still see them.
@RestController
final class OrderSearchController {

  private static final int READ_AT_ONCE = 8;

  private final Engine engine;

  OrderSearchController(Engine engine) {
    this.engine = engine;
  }

  @GetMapping("/v1/orders/search")
  @Requires(Permission.ORDERS_READ)
  Mono<OrderAnswer.Hits> search(
      Caller caller,
      @ParameterObject OrderSearchParameters wanted,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    var query =
        new SearchOrders(
            wanted.filter(caller), wanted.order(), wanted.counting(), cursor, Valid.limit(limit));
    return engine.ask(query).flatMap(hits -> read(hits, caller));
  }

  private Mono<OrderAnswer.Hits> read(Hits hits, Caller caller) {
    return Flux.fromIterable(hits.orders())
        .flatMapSequential(id -> engine.ask(new GetOrder(id)), READ_AT_ONCE)
        .filter(order -> OrderAccess.concerns(order, caller))
        .map(order -> OrderAnswer.of(order, caller))
        .collectList()
        .map(orders -> OrderAnswer.Hits.of(orders, hits));
  }
}
