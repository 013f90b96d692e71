package id.antar.gateway.review;

import id.antar.api.account.Permission;
import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import id.antar.api.order.Side;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.api.review.Opinion;
import id.antar.api.review.ReviewCommand.AnswerReview;
import id.antar.api.review.ReviewCommand.HideReview;
import id.antar.api.review.ReviewCommand.ReviseReview;
import id.antar.api.review.ReviewCommand.WriteReview;
import id.antar.api.review.ReviewId;
import id.antar.api.review.ReviewQuery.ListOrderReviews;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.edge.request.Reasoned;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import id.antar.gateway.order.OrderAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Reviews, from their writing to their hiding.
@RestController
final class ReviewController {

  private final Engine engine;
  private final OrderAccess orders;

  ReviewController(Engine engine, OrderAccess orders) {
    this.engine = engine;
    this.orders = orders;
  }

  record Writing(Side subject, int rating, @Nullable String comment) {}

  record Revision(int rating, @Nullable String comment) {}

  record Answer(String answer) {}

  @PostMapping("/v1/orders/{id}/reviews")
  @Requires(Permission.REVIEWS_WRITE)
  @ResponseStatus(HttpStatus.CREATED)
  Mono<ReviewAnswers.Written> write(
      Caller caller, @PathVariable OrderId id, @RequestBody Writing body) {
    Opinion opinion = opinion(body.rating(), body.comment(), caller);
    var command = new WriteReview(id, author(caller), body.subject(), opinion);
    return engine.send(command, caller).thenReturn(new ReviewAnswers.Written(command.reviewId()));
  }

  @PutMapping("/v1/reviews/{id}")
  @Requires(Permission.REVIEWS_WRITE)
  Mono<Done> revise(Caller caller, @PathVariable ReviewId id, @RequestBody Revision body) {
    Opinion opinion = opinion(body.rating(), body.comment(), caller);
    return engine.send(new ReviseReview(id, author(caller), opinion), caller).thenReturn(Done.DONE);
  }

  @PostMapping("/v1/reviews/{id}/answer")
  @Requires(Permission.REVIEWS_ANSWER)
  Mono<Done> answer(Caller caller, @PathVariable ReviewId id, @RequestBody Answer body) {
    Personal<String> words = Personal.of(PersonId.of(caller.actor()), body.answer());
    var command =
        Valid.of(AnswerReview.class, "", () -> new AnswerReview(id, caller.merchants(), words));
    return engine.send(command, caller).thenReturn(Done.DONE);
  }

  @PostMapping("/v1/reviews/{id}/hide")
  @Requires(Permission.REVIEWS_MODERATE)
  Mono<Done> hide(Caller caller, @PathVariable ReviewId id, @RequestBody Reasoned body) {
    return engine.send(new HideReview(id, body.reason()), caller).thenReturn(Done.DONE);
  }

  @GetMapping("/v1/orders/{id}/reviews")
  @Requires(Permission.REVIEWS_READ)
  Mono<ReviewAnswers.OfOrder> ofOrder(Caller caller, @PathVariable OrderId id) {
    return orders
        .get(id, caller)
        .then(Mono.defer(() -> engine.ask(new ListOrderReviews(id))))
        .map(found -> ReviewAnswers.OfOrder.of(found, caller));
  }

  private static Party author(Caller caller) {
    return switch (caller.actor().role()) {
      case CUSTOMER -> new Party.Customer(caller.asCustomer());
      case COURIER -> new Party.Courier(caller.asCourier());
      case MERCHANT,
          STORE_MANAGER,
          SUPERVISOR,
          CASHIER,
          DEVELOPER,
          OPERATOR,
          ANALYST,
          ADMIN,
          RECIPIENT,
          SYSTEM ->
          throw Problem.forbidden("Customers and couriers write reviews.").asException();
    };
  }

  /// A blank comment is none.
  private static Opinion opinion(int rating, @Nullable String comment, Caller caller) {
    Personal<String> words =
        comment == null || comment.isBlank()
            ? null
            : Personal.of(PersonId.of(caller.actor()), comment);
    return Valid.of(Opinion.class, "", () -> new Opinion(rating, words));
  }
}
