package id.antar.api.review;

import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import id.antar.api.order.Side;

/// What can be asked of a review. It happens when the engine hears of it, so that nobody's clock
/// makes a time-limit longer.
public sealed interface ReviewCommand {
  ReviewId reviewId();

  /// @param subject who is reviewed: whoever was on that side of the order
  record WriteReview(OrderId orderId, Party author, Side subject, Opinion opinion)
      implements ReviewCommand {
    @Override
    public ReviewId reviewId() {
      return ReviewId.of(orderId, author.side(), subject);
    }
  }

  record ReviseReview(ReviewId reviewId, Party author, Opinion opinion) implements ReviewCommand {}

  record HideReview(ReviewId reviewId, String reason) implements ReviewCommand {}
}
