package id.antar.gateway.dispatch;

import id.antar.api.account.Permission;
import id.antar.api.courier.CourierId;
import id.antar.api.courier.CourierQuery.GetCourier;
import id.antar.api.dispatch.DecisionQuery.GetWhatIf;
import id.antar.api.dispatch.WhatIf;
import id.antar.api.order.OrderId;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.Requires;
import id.antar.gateway.order.OrderAccess;
import java.time.Duration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Who would become later if an operator moved an order. Asks and changes nothing.
@RestController
final class WhatIfController {

  /// Two rounds' work.
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final Duration SOON = Duration.ofSeconds(1);

  private final Engine engine;
  private final OrderAccess orders;

  WhatIfController(Engine engine, OrderAccess orders) {
    this.engine = engine;
    this.orders = orders;
  }

  record Pin(OrderId orderId, CourierId courierId) {}

  @PostMapping("/v1/dispatch/what-if")
  @Requires(Permission.DISPATCH_CORRECT)
  Mono<WhatIf> whatIf(Caller caller, @RequestBody Pin body) {
    return orders
        .exists(body.orderId())
        .then(courierExists(body.courierId()))
        .then(engine.ask(new GetWhatIf(body.orderId(), body.courierId()), LIMIT))
        .switchIfEmpty(Mono.error(() -> busy().asException()));
  }

  private Mono<Void> courierExists(CourierId id) {
    return engine
        .await(new GetCourier(id))
        .switchIfEmpty(Mono.error(() -> Problem.notFound("courier", id).asException()))
        .then();
  }

  private static Problem busy() {
    return Problem.of(429, "what-if-in-progress", "Another what-if is being worked out.")
        .retryAfter(SOON);
  }
}
