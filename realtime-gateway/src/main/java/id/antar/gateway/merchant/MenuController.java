package id.antar.gateway.merchant;

import id.antar.api.account.Permission;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantQuery.GetMerchant;
import id.antar.api.merchant.MerchantQuery.ListMerchants;
import id.antar.api.merchant.MerchantQuery.MenuHits;
import id.antar.api.merchant.MerchantQuery.SearchMenus;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Near;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Merchants and menus, for everybody to read.
@RestController
final class MenuController {

  private final Engine engine;

  MenuController(Engine engine) {
    this.engine = engine;
  }

  @GetMapping("/v1/merchants")
  @Requires(Permission.MERCHANTS_READ)
  Mono<MerchantAnswers.Page> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return engine.ask(new ListMerchants(cursor, Valid.limit(limit))).map(MerchantAnswers.Page::of);
  }

  @GetMapping("/v1/merchants/{id}")
  @Requires(Permission.MERCHANTS_READ)
  Mono<MerchantAnswers.Merchant> get(Caller caller, @PathVariable MerchantId id) {
    return engine
        .await(new GetMerchant(id))
        .map(MerchantAnswers.Merchant::of)
        .switchIfEmpty(Mono.error(() -> Problem.notFound("merchant", id).asException()));
  }

  @GetMapping("/v1/menus/search")
  @Requires(Permission.MERCHANTS_READ)
  Mono<MenuHits> search(
      Caller caller,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @Nullable Double latitude,
      @RequestParam(required = false) @Nullable Double longitude,
      @RequestParam(required = false) @Nullable Integer withinMetres,
      @RequestParam(defaultValue = "false") boolean openOnly,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    @Nullable GeoPoint near = Near.of(latitude, longitude, withinMetres);
    return engine.ask(
        new SearchMenus(text, near, withinMetres, openOnly, cursor, Valid.limit(limit)));
  }
}
