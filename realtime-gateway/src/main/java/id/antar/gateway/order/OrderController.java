package id.antar.gateway.order;

import id.antar.api.account.Permission;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderCommand.CancelOrder;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderQuery.GetOrderTimeline;
import id.antar.api.order.OrderQuery.ListOrders;
import id.antar.api.order.OrderQuery.OrderTimeline;
import id.antar.api.order.OrderSeen;
import id.antar.api.order.OrderStatus;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import id.antar.gateway.road.Coverage;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Orders: placed by customers, read by those whom they concern.
@RestController
final class OrderController {

  private final Engine engine;
  private final OrderAccess access;
  private final PhoneClock times;
  private final Coverage coverage;

  OrderController(Engine engine, OrderAccess access, PhoneClock times, Coverage coverage) {
    this.engine = engine;
    this.access = access;
    this.times = times;
    this.coverage = coverage;
  }

  record Placed(OrderId orderId, OrderStatus status) {}

  @PostMapping("/v1/orders")
  @Requires(Permission.ORDERS_PLACE)
  Mono<ResponseEntity<Placed>> place(Caller caller, @RequestBody OrderRequests.Placement body) {
    String wanted = body.orderId() == null ? null : body.orderId().value();
    var id = new OrderId(caller.idOfNew("order", wanted));
    var command = body.toCommand(id, caller.asCustomer(), times.of(body));
    return coverage
        .require("dropoff.point", body.dropoff().point())
        .then(engine.send(command, caller))
        .thenReturn(
            ResponseEntity.created(URI.create("/v1/orders/" + id))
                .body(new Placed(id, OrderStatus.PENDING)));
  }

  @PostMapping("/v1/orders/{id}/cancel")
  @Requires(Permission.ORDERS_CANCEL)
  Mono<Done> cancel(
      Caller caller, @PathVariable OrderId id, @RequestBody OrderRequests.Correction body) {
    OrderSeen seen = body.seenBy(caller);
    return access
        .partyOf(id, caller)
        .map(party -> new CancelOrder(id, party, body.reason(), seen, times.of(body)))
        .flatMap(command -> engine.send(command, caller))
        .thenReturn(Done.DONE);
  }

  @GetMapping("/v1/orders/{id}")
  @Requires(Permission.ORDERS_READ)
  Mono<OrderAnswer> get(Caller caller, @PathVariable OrderId id) {
    return access.get(id, caller).map(order -> OrderAnswer.of(order, caller));
  }

  @GetMapping("/v1/orders/{id}/timeline")
  @Requires(Permission.ORDERS_READ)
  Mono<OrderTimeline> timeline(Caller caller, @PathVariable OrderId id) {
    return access
        .get(id, caller)
        .flatMap(_ -> engine.await(new GetOrderTimeline(id)))
        .map(timeline -> TimelineScope.of(timeline, caller))
        .switchIfEmpty(Mono.error(() -> Problem.notFound("order", id).asException()));
  }

  @GetMapping("/v1/orders")
  @Requires(Permission.ORDERS_READ)
  Mono<OrderAnswer.Page> list(
      Caller caller,
      @RequestParam(required = false) @Nullable CustomerId customerId,
      @RequestParam(required = false) @Nullable MerchantId merchantId,
      @RequestParam(required = false) @Nullable CourierId courierId,
      @RequestParam(required = false) @Nullable OrderStatus status,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    var scope = OrderScope.of(caller, customerId, merchantId, courierId);
    return engine
        .ask(
            new ListOrders(
                scope.customerId(),
                scope.merchantId(),
                scope.courierId(),
                status,
                cursor,
                Valid.limit(limit)))
        .map(page -> OrderAnswer.Page.of(page, caller));
  }
}
