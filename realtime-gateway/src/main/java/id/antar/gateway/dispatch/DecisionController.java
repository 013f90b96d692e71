package id.antar.gateway.dispatch;

import id.antar.api.account.Permission;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DecisionQuery.GetDispatch;
import id.antar.api.dispatch.DecisionQuery.GetWhy;
import id.antar.api.dispatch.OfferReason;
import id.antar.api.dispatch.OrderDispatch;
import id.antar.api.order.OrderId;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import id.antar.gateway.order.OrderAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What the dispatcher decided, and why.
@RestController
final class DecisionController {

  /// A page reads every one of its decisions whole.
  private static final int MOST_DECISIONS = 20;

  private final Engine engine;
  private final OrderAccess orders;

  DecisionController(Engine engine, OrderAccess orders) {
    this.engine = engine;
    this.orders = orders;
  }

  @GetMapping("/v1/orders/{id}/dispatch")
  @Requires(Permission.DISPATCH_READ)
  Mono<OrderDispatch> dispatch(
      Caller caller,
      @PathVariable OrderId id,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    var query = new GetDispatch(id, cursor, Valid.limit(limit, MOST_DECISIONS));
    return orders.exists(id).then(engine.ask(query));
  }

  /// A courier learns why it was them, and not who the others were or where.
  @GetMapping("/v1/couriers/{courierId}/offers/{id}/why")
  @Requires({Permission.ASSIGNMENTS_CARRY, Permission.DISPATCH_READ})
  Mono<OfferReason> why(
      Caller caller, @PathVariable CourierId courierId, @PathVariable AssignmentId id) {
    return Mono.just(new GetWhy(courierId, id))
        .filter(_ -> caller.may(Permission.DISPATCH_READ) || caller.is(courierId))
        .flatMap(engine::await)
        .map(reason -> caller.may(Permission.DISPATCH_READ) ? reason : reason.forCourier())
        .switchIfEmpty(Mono.error(() -> Problem.notFound("assignment", id).asException()));
  }
}
