package id.antar.api.review;

import id.antar.api.message.Rejection;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderStage;
import id.antar.api.order.Side;
import java.time.Instant;
import java.util.Locale;

/// Why a review is refused.
public sealed interface ReviewRejection extends Rejection {

  record UnknownReview(ReviewId reviewId) implements ReviewRejection {
    @Override
    public String detail() {
      return "There is no review " + reviewId + ".";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  /// The review is somebody else's. Reported like an unknown one.
  record NotYourReview(ReviewId reviewId) implements ReviewRejection {
    @Override
    public String detail() {
      return "There is no review " + reviewId + ".";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String code() {
      return "unknown-review";
    }
  }

  /// Customers review merchants and couriers, couriers review customers; nobody else does.
  record NotReviewable(Side author, Side subject) implements ReviewRejection {
    @Override
    public String detail() {
      return "A %s does not review a %s.".formatted(word(author), word(subject));
    }

    private static String word(Side side) {
      return side.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String field() {
      return "subject";
    }
  }

  record NotDelivered(OrderId orderId, OrderStage stage) implements ReviewRejection {
    @Override
    public String detail() {
      return "Order " + orderId + " is " + stage + "; what was delivered can be reviewed.";
    }
  }

  record ReviewTooLate(OrderId orderId, Instant until) implements ReviewRejection {
    @Override
    public String detail() {
      return "Order " + orderId + " could be reviewed until " + until + ".";
    }
  }

  /// It was written before, with another content.
  record AlreadyReviewed(ReviewId reviewId) implements ReviewRejection {
    @Override
    public String detail() {
      return "You have written this review before, as " + reviewId + ". Maybe revise it.";
    }
  }

  record RevisionTooLate(ReviewId reviewId, Instant until) implements ReviewRejection {
    @Override
    public String detail() {
      return "Review " + reviewId + " could be revised until " + until + ".";
    }
  }

  record ReviewIsHidden(ReviewId reviewId) implements ReviewRejection {
    @Override
    public String detail() {
      return "Review " + reviewId + " is hidden and stays as it is.";
    }
  }
}
