package id.antar.gateway.review;

import id.antar.api.account.Permission;
import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import id.antar.api.order.Side;
import id.antar.api.person.Personal;
import id.antar.api.review.Rating;
import id.antar.api.review.ReviewId;
import id.antar.api.review.ReviewQuery.OrderReviews;
import id.antar.api.review.ReviewQuery.ReviewPage;
import id.antar.api.review.ReviewView;
import id.antar.api.review.ReviewView.Answer;
import id.antar.api.review.ReviewView.Hidden;
import id.antar.gateway.edge.request.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How reviews are shown: to most without saying whose they are, and of which order.
final class ReviewAnswers {

  private ReviewAnswers() {}

  record Written(ReviewId reviewId) {}

  /// @param comment null also once its author is forgotten
  /// @param answer the merchant's, null also once its author is forgotten
  /// @param orderId for staff, as are `authorId`, `subjectId` and `hidden`
  record Review(
      ReviewId reviewId,
      Side author,
      Side subject,
      int rating,
      @Nullable String comment,
      Instant writtenAt,
      @Nullable Instant revisedAt,
      @Nullable String answer,
      @Nullable Instant answeredAt,
      @Nullable OrderId orderId,
      @Nullable String authorId,
      @Nullable String subjectId,
      @Nullable Hidden hidden) {

    static Review of(ReviewView view, Caller caller) {
      boolean whole = seesAll(caller);
      @Nullable Personal<String> comment = view.opinion().comment();
      @Nullable Answer answer = view.answer();
      return new Review(
          view.reviewId(),
          view.author().side(),
          view.subject().side(),
          view.opinion().rating(),
          comment == null ? null : comment.value(),
          view.writtenAt(),
          view.revisedAt(),
          answer == null ? null : answer.text().value(),
          answer == null ? null : answer.answeredAt(),
          whole ? view.orderId() : null,
          whole ? view.author().id() : null,
          whole ? view.subject().id() : null,
          whole ? view.hidden() : null);
    }
  }

  record Page(Rating rating, List<Review> reviews, @Nullable String nextCursor) {

    static Page of(Rating rating, ReviewPage page, Caller caller) {
      return new Page(
          rating,
          page.reviews().stream().map(review -> Review.of(review, caller)).toList(),
          page.nextCursor());
    }
  }

  record OfOrder(List<Review> reviews) {

    static OfOrder of(OrderReviews found, Caller caller) {
      return new OfOrder(
          found.reviews().stream()
              .filter(review -> concerns(review, caller))
              .map(review -> Review.of(review, caller))
              .toList());
    }
  }

  static boolean seesAll(Caller caller) {
    return caller.may(Permission.ORDERS_READ_ANY);
  }

  /// One's own words, hidden or not, and what is said of oneself; but not to a customer what a
  /// courier says of them.
  private static boolean concerns(ReviewView review, Caller caller) {
    boolean toldOfOneself =
        review.subject().side() != Side.CUSTOMER
            && !review.isHidden()
            && is(caller, review.subject());
    return seesAll(caller) || is(caller, review.author()) || toldOfOneself;
  }

  private static boolean is(Caller caller, Party party) {
    return switch (party) {
      case Party.Customer(var id) -> caller.is(id);
      case Party.Merchant(var id) -> caller.is(id);
      case Party.Courier(var id) -> caller.is(id);
      case Party.Operator _, Party.Engine _ -> false;
    };
  }
}
