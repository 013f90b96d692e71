package id.antar.gateway.order;

import id.antar.api.account.Permission;
import id.antar.api.merchant.MerchantId;
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
import id.antar.gateway.identity.Requires;
import java.util.function.Function;
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
  private final OrderAccess access;
  private final PhoneClock times;

  KitchenController(Engine engine, OrderAccess access, PhoneClock times) {
    this.engine = engine;
    this.access = access;
    this.times = times;
  }

  @PostMapping("/v1/orders/{id}/confirm")
  @Requires(Permission.KITCHEN_RUN)
  Mono<Done> confirm(
      Caller caller, @PathVariable OrderId id, @RequestBody OrderRequests.ReadyAt body) {
    return send(
        id, caller, merchant -> new ConfirmOrder(id, merchant, body.readyAt(), times.of(body)));
  }

  @PostMapping("/v1/orders/{id}/reject")
  @Requires(Permission.KITCHEN_RUN)
  Mono<Done> reject(Caller caller, @PathVariable OrderId id, @RequestBody Reasoned body) {
    return send(
        id, caller, merchant -> new RejectOrder(id, merchant, body.reason(), times.of(body)));
  }

  @PostMapping("/v1/orders/{id}/start")
  @Requires(Permission.KITCHEN_RUN)
  Mono<Done> start(
      Caller caller,
      @PathVariable OrderId id,
      @RequestBody(required = false) Timed.@Nullable At body) {
    return send(id, caller, merchant -> new StartPreparation(id, merchant, times.of(body)));
  }

  @PostMapping("/v1/orders/{id}/ready-time")
  @Requires(Permission.KITCHEN_RUN)
  Mono<Done> readyTime(
      Caller caller, @PathVariable OrderId id, @RequestBody OrderRequests.ReadyAt body) {
    return send(
        id, caller, merchant -> new ChangeReadyTime(id, merchant, body.readyAt(), times.of(body)));
  }

  @PostMapping("/v1/orders/{id}/ready")
  @Requires(Permission.KITCHEN_RUN)
  Mono<Done> ready(
      Caller caller,
      @PathVariable OrderId id,
      @RequestBody(required = false) Timed.@Nullable At body) {
    return send(id, caller, merchant -> new MarkReady(id, merchant, times.of(body)));
  }

  private Mono<Done> send(OrderId id, Caller caller, Function<MerchantId, OrderCommand> command) {
    return access
        .merchantOf(id, caller)
        .flatMap(merchant -> engine.send(command.apply(merchant), caller))
        .thenReturn(Done.DONE);
  }
}
