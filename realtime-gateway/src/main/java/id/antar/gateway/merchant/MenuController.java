package id.antar.gateway.merchant;

import id.antar.api.account.Permission;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantQuery.GetMerchant;
import id.antar.api.merchant.MerchantQuery.ListMerchants;
import id.antar.api.merchant.MerchantQuery.MenuHit;
import id.antar.api.merchant.MerchantQuery.SearchMenus;
import id.antar.api.merchant.MerchantView;
import id.antar.api.order.Party;
import id.antar.api.review.Rating;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import id.antar.gateway.review.Ratings;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Merchants and menus, for everybody to read.
@RestController
final class MenuController {

  private final Engine engine;
  private final Ratings ratings;

  MenuController(Engine engine, Ratings ratings) {
    this.engine = engine;
    this.ratings = ratings;
  }

  @GetMapping("/v1/merchants")
  @Requires(Permission.MERCHANTS_READ)
  Mono<MerchantAnswers.Page> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return engine
        .ask(new ListMerchants(cursor, Valid.limit(limit)))
        .flatMap(page ->
            ratingsOf(page.merchants(), MerchantView::merchantId)
                .map(ratings -> MerchantAnswers.Page.of(page, ratings)));
  }

  @GetMapping("/v1/merchants/{id}")
  @Requires(Permission.MERCHANTS_READ)
  Mono<MerchantAnswers.Merchant> get(Caller caller, @PathVariable MerchantId id) {
    return engine
        .await(new GetMerchant(id))
        .flatMap(view ->
            ratings
                .of(new Party.Merchant(id))
                .map(rating -> MerchantAnswers.Merchant.of(view, rating)))
        .switchIfEmpty(Mono.error(() -> Problem.notFound("merchant", id).asException()));
  }

  @GetMapping("/v1/menus/search")
  @Requires(Permission.MERCHANTS_READ)
  Mono<MerchantAnswers.Hits> search(
      Caller caller,
      @ParameterObject MenuSearchParameters wanted,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return find(new SearchMenus(wanted.filter(), wanted.order(), true, cursor, Valid.limit(limit)));
  }

  /// The same without the products.
  @GetMapping("/v1/merchants/search")
  @Requires(Permission.MERCHANTS_READ)
  Mono<MerchantAnswers.Hits> searchMerchants(
      Caller caller,
      @ParameterObject MenuSearchParameters wanted,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return find(
        new SearchMenus(wanted.filter(), wanted.order(), false, cursor, Valid.limit(limit)));
  }

  private Mono<MerchantAnswers.Hits> find(SearchMenus query) {
    return engine
        .ask(query)
        .flatMap(found ->
            ratingsOf(found.hits(), MenuHit::merchantId)
                .map(ratings -> MerchantAnswers.Hits.of(found, ratings)));
  }

  private <T> Mono<Function<MerchantId, Rating>> ratingsOf(
      List<T> shown, Function<T, MerchantId> merchant) {
    return ratings
        .of(shown.stream().map(merchant).map(Party.Merchant::new).toList())
        .map(found -> id -> found.apply(new Party.Merchant(id)));
  }
}
