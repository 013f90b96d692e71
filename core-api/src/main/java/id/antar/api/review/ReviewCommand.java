package id.antar.api.review;

import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Texts;
import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import id.antar.api.order.Side;
import id.antar.api.person.Personal;
import java.util.Set;

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

  /// @param merchants for which the author acts: one of them has to be who is reviewed
  record AnswerReview(ReviewId reviewId, Set<MerchantId> merchants, Personal<String> answer)
      implements ReviewCommand {
    private static final int LONGEST = 1_000;

    public AnswerReview {
      merchants = Set.copyOf(merchants);
      answer.find().ifPresent(text -> Texts.requireLines("answer", text, LONGEST));
    }
  }

  record HideReview(ReviewId reviewId, String reason) implements ReviewCommand {}
}
