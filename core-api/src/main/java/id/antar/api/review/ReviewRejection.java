package id.antar.api.review;

import id.antar.api.message.Rejection;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderStage;
import id.antar.api.order.Side;
import java.time.Instant;
import java.util.Locale;

/// Why a review is refused.
public sealed interface ReviewRejection extends Rejection {

  record UnknownReview(ReviewId reviewId) implements ReviewRejection, NotFound {}

  /// The review is somebody else's. Reported like an unknown one.
  record NotYourReview(ReviewId reviewId) implements ReviewRejection, NotFound {
    @Override
    public String code() {
      return "unknown-review";
    }
  }

  /// Customers review merchants and couriers, couriers review customers; nobody else does.
  record NotReviewable(Side author, Side subject) implements ReviewRejection, Invalid {
    @Override
    public String field() {
      return "subject";
    }
  }

  record NotDelivered(OrderId orderId, OrderStage stage) implements ReviewRejection {}

  record ReviewTooLate(OrderId orderId, Instant until) implements ReviewRejection {}

  /// It was written before, with another content.
  record AlreadyReviewed(ReviewId reviewId) implements ReviewRejection {}

  record RevisionTooLate(ReviewId reviewId, Instant until) implements ReviewRejection {}

  record ReviewIsHidden(ReviewId reviewId) implements ReviewRejection {}

  /// With other words.
  record AlreadyAnswered(ReviewId reviewId) implements ReviewRejection {}

  @Override
  default String detail() {
    return switch (this) {
      case UnknownReview(var reviewId) -> "There is no review " + reviewId + ".";
      case NotYourReview(var reviewId) -> "There is no review " + reviewId + ".";
      case NotReviewable(var author, var subject) ->
          "A %s does not review a %s.".formatted(word(author), word(subject));
      case NotDelivered(var orderId, var stage) ->
          "Order " + orderId + " is " + stage + "; what was delivered can be reviewed.";
      case ReviewTooLate(var orderId, var until) ->
          "Order " + orderId + " could be reviewed until " + until + ".";
      case AlreadyReviewed(var reviewId) ->
          "You have written this review before, as " + reviewId + ". Maybe revise it.";
      case RevisionTooLate(var reviewId, var until) ->
          "Review " + reviewId + " could be revised until " + until + ".";
      case ReviewIsHidden(var reviewId) -> "Review " + reviewId + " is hidden and stays as it is.";
      case AlreadyAnswered(var reviewId) ->
          "Review " + reviewId + " was answered before; that is possible once.";
    };
  }

  private static String word(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }
}
