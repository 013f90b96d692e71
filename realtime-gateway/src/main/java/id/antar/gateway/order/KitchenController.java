package id.antar.gateway.order;

import id.antar.api.message.Actor.Role;
import id.antar.api.order.OrderCommand;
import id.antar.api.order.OrderCommand.ChangeReadyTime;
import id.antar.api.order.OrderCommand.ConfirmOrder;
import id.antar.api.order.OrderCommand.MarkReady;
import id.antar.api.order.OrderCommand.RejectOrder;
import id.antar.api.order.OrderCommand.StartPreparation;
import id.antar.api.order.OrderId;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.edge.request.Reasoned;
import id.antar.gateway.edge.request.Timed;
import id.antar.gateway.identity.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What a merchant does with an order. Whether it is theirs, the order itself knows.
@RestController
final class KitchenController {

  private final Engine engine;
  private final PhoneClock times;

  KitchenController(Engine engine, PhoneClock times) {
    this.engine = engine;
    this.times = times;
  }

  @PostMapping("/v1/orders/{id}/confirm")
  @Allowed(Role.MERCHANT)
  Mono<Done> confirm(
      Caller caller, @PathVariable OrderId id, @RequestBody OrderRequests.ReadyAt body) {
    return send(new ConfirmOrder(id, caller.asMerchant(), body.readyAt(), times.of(body)), caller);
  }

  @PostMapping("/v1/orders/{id}/reject")
  @Allowed(Role.MERCHANT)
  Mono<Done> reject(Caller caller, @PathVariable OrderId id, @RequestBody Reasoned body) {
    return send(new RejectOrder(id, caller.asMerchant(), body.reason(), times.of(body)), caller);
  }

  @PostMapping("/v1/orders/{id}/start")
  @Allowed(Role.MERCHANT)
  Mono<Done> start(
      Caller caller,
      @PathVariable OrderId id,
      @RequestBody(required = false) Timed.@Nullable At body) {
    return send(new StartPreparation(id, caller.asMerchant(), times.of(body)), caller);
  }

  @PostMapping("/v1/orders/{id}/ready-time")
  @Allowed(Role.MERCHANT)
  Mono<Done> readyTime(
      Caller caller, @PathVariable OrderId id, @RequestBody OrderRequests.ReadyAt body) {
    return send(
        new ChangeReadyTime(id, caller.asMerchant(), body.readyAt(), times.of(body)), caller);
  }

  @PostMapping("/v1/orders/{id}/ready")
  @Allowed(Role.MERCHANT)
  Mono<Done> ready(
      Caller caller,
      @PathVariable OrderId id,
      @RequestBody(required = false) Timed.@Nullable At body) {
    return send(new MarkReady(id, caller.asMerchant(), times.of(body)), caller);
  }

  private Mono<Done> send(OrderCommand command, Caller caller) {
    return engine.send(command, caller).thenReturn(Done.DONE);
  }
}
