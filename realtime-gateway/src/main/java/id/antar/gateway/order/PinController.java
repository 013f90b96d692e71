package id.antar.gateway.order;

import id.antar.api.account.Permission;
import id.antar.api.courier.CourierQuery.GetCourier;
import id.antar.api.order.OrderCommand.PinOrder;
import id.antar.api.order.OrderCommand.UnpinOrder;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderSeen;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.identity.Requires;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Operators decide themselves who carries an order.
@RestController
final class PinController {

  private final Engine engine;
  private final PhoneClock times;

  PinController(Engine engine, PhoneClock times) {
    this.engine = engine;
    this.times = times;
  }

  /// A pin to nobody would keep the order from everybody.
  @PostMapping("/v1/orders/{id}/pin")
  @Requires(Permission.DISPATCH_CORRECT)
  Mono<Done> pin(Caller caller, @PathVariable OrderId id, @RequestBody OrderRequests.Pin body) {
    OrderSeen seen = body.seenBy(caller);
    var command = new PinOrder(id, body.courierId(), body.reason(), seen, times.of(body));
    return engine
        .await(new GetCourier(body.courierId()))
        .switchIfEmpty(
            Mono.error(() -> Problem.notFound("courier", body.courierId()).asException()))
        .then(engine.send(command, caller))
        .thenReturn(Done.DONE);
  }

  @PostMapping("/v1/orders/{id}/unpin")
  @Requires(Permission.DISPATCH_CORRECT)
  Mono<Done> unpin(
      Caller caller, @PathVariable OrderId id, @RequestBody OrderRequests.Correction body) {
    var command = new UnpinOrder(id, body.reason(), body.seenBy(caller), times.of(body));
    return engine.send(command, caller).thenReturn(Done.DONE);
  }
}
