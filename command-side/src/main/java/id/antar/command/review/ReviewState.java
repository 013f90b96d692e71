package id.antar.command.review;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.order.Party;
import id.antar.api.review.Opinion;
import id.antar.api.review.ReviewCommand.HideReview;
import id.antar.api.review.ReviewCommand.ReviseReview;
import id.antar.api.review.ReviewCommand.WriteReview;
import id.antar.api.review.ReviewEvent;
import id.antar.api.review.ReviewEvent.ReviewHidden;
import id.antar.api.review.ReviewEvent.ReviewRevised;
import id.antar.api.review.ReviewEvent.ReviewWritten;
import id.antar.api.review.ReviewRejection.AlreadyReviewed;
import id.antar.api.review.ReviewRejection.NotYourReview;
import id.antar.api.review.ReviewRejection.ReviewIsHidden;
import id.antar.api.review.ReviewRejection.RevisionTooLate;
import id.antar.api.review.ReviewRejection.UnknownReview;
import id.antar.command.decider.Decision;
import id.antar.command.order.Parties;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// What somebody has said of somebody else, once for each order.
sealed interface ReviewState {

  record Unwritten() implements ReviewState {}

  /// @param opinion as revised last
  record Written(ReviewWritten first, Opinion opinion, boolean hidden) implements ReviewState {

    private boolean isOf(Party author) {
      return first.author().equals(author);
    }
  }

  /// The order is asked only if the review is not written yet.
  default Decision<ReviewEvent> write(
      WriteReview c, Supplier<Optional<Parties>> order, ReviewPolicy policy, Instant now) {
    return switch (this) {
      case Unwritten _ -> Writing.write(c, order.get(), policy, now);
      case Written review when !review.isOf(c.author()) -> reject(new NotYourReview(c.reviewId()));
      case Written review ->
          review.first().opinion().equals(c.opinion())
              ? satisfied()
              : reject(new AlreadyReviewed(c.reviewId()));
    };
  }

  default Decision<ReviewEvent> revise(ReviseReview c, ReviewPolicy policy, Instant now) {
    return switch (this) {
      case Unwritten _ -> reject(new UnknownReview(c.reviewId()));
      case Written review when !review.isOf(c.author()) -> reject(new NotYourReview(c.reviewId()));
      case Written review when review.opinion().equals(c.opinion()) -> satisfied();
      case Written review when review.hidden() -> reject(new ReviewIsHidden(c.reviewId()));
      case Written review -> revise(review, c, policy, now);
    };
  }

  private static Decision<ReviewEvent> revise(
      Written review, ReviseReview c, ReviewPolicy policy, Instant now) {
    Instant until = review.first().occurredAt().plus(policy.revising());
    return now.isAfter(until)
        ? reject(new RevisionTooLate(c.reviewId(), until))
        : accept(
            new ReviewRevised(
                c.reviewId(),
                review.first().subject(),
                c.opinion(),
                review.opinion().rating(),
                now));
  }

  default Decision<ReviewEvent> hide(HideReview c, Instant now) {
    return switch (this) {
      case Unwritten _ -> reject(new UnknownReview(c.reviewId()));
      case Written review when review.hidden() -> satisfied();
      case Written(var first, var opinion, _) ->
          accept(
              new ReviewHidden(c.reviewId(), first.subject(), opinion.rating(), c.reason(), now));
    };
  }

  default ReviewState evolve(ReviewEvent event) {
    return switch (event) {
      case ReviewWritten e -> new Written(e, e.opinion(), false);
      case ReviewRevised e -> new Written(written().first(), e.opinion(), written().hidden());
      case ReviewHidden _ -> new Written(written().first(), written().opinion(), true);
    };
  }

  private Written written() {
    if (this instanceof Written review) {
      return review;
    }
    throw new IllegalStateException("The review's events do not begin with ReviewWritten.");
  }
}
