package id.antar.gateway.merchant;

import id.antar.api.account.Permission;
import id.antar.api.merchant.MerchantCommand;
import id.antar.api.merchant.MerchantCommand.CloseMerchant;
import id.antar.api.merchant.MerchantCommand.DelistProduct;
import id.antar.api.merchant.MerchantCommand.OpenMerchant;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.ProductId;
import id.antar.api.message.Actor.Role;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.edge.request.Timed;
import id.antar.gateway.identity.Requires;
import id.antar.gateway.road.Coverage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What is done to a merchant's record and menu: by the merchant, or by an operator for them.
@RestController
final class MerchantController {

  private final Engine engine;
  private final PhoneClock times;
  private final Coverage coverage;

  MerchantController(Engine engine, PhoneClock times, Coverage coverage) {
    this.engine = engine;
    this.times = times;
    this.coverage = coverage;
  }

  @PostMapping("/v1/merchants")
  @Requires(Permission.MERCHANTS_REGISTER)
  @ResponseStatus(HttpStatus.CREATED)
  Mono<MerchantAnswers.Registered> register(
      Caller caller, @RequestBody MerchantRequests.Registration body) {
    String wanted = body.merchantId() == null ? null : body.merchantId().value();
    var id = new MerchantId(caller.idOfSelf(Role.MERCHANT, "merchant", wanted));
    var command = body.toCommand(id, times.of(body));
    return coverage
        .require("location", body.location())
        .then(engine.send(command, caller))
        .thenReturn(new MerchantAnswers.Registered(id));
  }

  @PutMapping("/v1/merchants/{id}")
  @Requires(Permission.MERCHANTS_MANAGE)
  Mono<Done> revise(
      Caller caller, @PathVariable MerchantId id, @RequestBody MerchantRequests.Profile body) {
    var command = body.toCommand(id, times.of(body));
    return coverage.require("location", body.location()).then(send(command, caller));
  }

  @PutMapping("/v1/merchants/{id}/products/{productId}")
  @Requires(Permission.MENU_MANAGE)
  Mono<Done> list(
      Caller caller,
      @PathVariable MerchantId id,
      @PathVariable ProductId productId,
      @RequestBody MerchantRequests.Listing body) {
    return send(body.toCommand(id, productId, times.of(body)), caller);
  }

  @DeleteMapping("/v1/merchants/{id}/products/{productId}")
  @Requires(Permission.MENU_MANAGE)
  Mono<Done> delist(Caller caller, @PathVariable MerchantId id, @PathVariable ProductId productId) {
    return send(new DelistProduct(id, productId, times.of(null)), caller);
  }

  @PostMapping("/v1/merchants/{id}/open")
  @Requires(Permission.MERCHANTS_OPEN)
  Mono<Done> open(
      Caller caller,
      @PathVariable MerchantId id,
      @RequestBody(required = false) Timed.@Nullable At body) {
    return send(new OpenMerchant(id, times.of(body)), caller);
  }

  @PostMapping("/v1/merchants/{id}/close")
  @Requires(Permission.MERCHANTS_OPEN)
  Mono<Done> close(
      Caller caller,
      @PathVariable MerchantId id,
      @RequestBody(required = false) Timed.@Nullable At body) {
    return send(new CloseMerchant(id, times.of(body)), caller);
  }

  @PutMapping("/v1/merchants/{id}/prep-time")
  @Requires(Permission.MERCHANTS_MANAGE)
  Mono<Done> prepTime(
      Caller caller, @PathVariable MerchantId id, @RequestBody MerchantRequests.PrepTime body) {
    return send(body.toCommand(id, times.of(body)), caller);
  }

  private Mono<Done> send(MerchantCommand command, Caller caller) {
    MerchantAccess.require(command.merchantId(), caller);
    return engine.send(command, caller).thenReturn(Done.DONE);
  }
}
