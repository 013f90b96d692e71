package id.antar.gateway.review;

import id.antar.api.account.Permission;
import id.antar.api.courier.CourierId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.Party;
import id.antar.api.review.ReviewQuery.ListReviews;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The reviews of those who are reviewed: a merchant's for everybody, a courier's for the courier
/// and staff. Hidden ones are for staff.
@RestController
final class SubjectController {

  private final Engine engine;
  private final Ratings ratings;

  SubjectController(Engine engine, Ratings ratings) {
    this.engine = engine;
    this.ratings = ratings;
  }

  @GetMapping("/v1/merchants/{id}/reviews")
  @Requires(Permission.REVIEWS_READ)
  Mono<ReviewAnswers.Page> ofMerchant(
      Caller caller,
      @PathVariable MerchantId id,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return page(new Party.Merchant(id), caller, cursor, limit);
  }

  @GetMapping("/v1/couriers/{id}/reviews")
  @Requires(Permission.COURIERS_READ)
  Mono<ReviewAnswers.Page> ofCourier(
      Caller caller,
      @PathVariable CourierId id,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    if (!caller.is(id) && !caller.may(Permission.COURIERS_READ_ANY)) {
      throw Problem.forbidden("This is another courier.").asException();
    }
    return page(new Party.Courier(id), caller, cursor, limit);
  }

  private Mono<ReviewAnswers.Page> page(
      Party subject, Caller caller, @Nullable String cursor, @Nullable Integer limit) {
    boolean hiddenToo = ReviewAnswers.seesAll(caller);
    var reviews = engine.ask(new ListReviews(subject, hiddenToo, cursor, Valid.limit(limit)));
    return Mono.zip(
        ratings.of(subject),
        reviews,
        (rating, page) -> ReviewAnswers.Page.of(rating, page, caller));
  }
}
