package id.antar.command.review;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.merchant.MerchantId;
import id.antar.api.order.Party;
import id.antar.api.person.Personal;
import id.antar.api.review.Opinion;
import id.antar.api.review.ReviewCommand.AnswerReview;
import id.antar.api.review.ReviewCommand.HideReview;
import id.antar.api.review.ReviewCommand.ReviseReview;
import id.antar.api.review.ReviewCommand.WriteReview;
import id.antar.api.review.ReviewEvent;
import id.antar.api.review.ReviewEvent.ReviewAnswered;
import id.antar.api.review.ReviewEvent.ReviewHidden;
import id.antar.api.review.ReviewEvent.ReviewRevised;
import id.antar.api.review.ReviewEvent.ReviewWritten;
import id.antar.api.review.ReviewRejection.AlreadyAnswered;
import id.antar.api.review.ReviewRejection.AlreadyReviewed;
import id.antar.api.review.ReviewRejection.NotYourReview;
import id.antar.api.review.ReviewRejection.ReviewIsHidden;
import id.antar.api.review.ReviewRejection.RevisionTooLate;
import id.antar.api.review.ReviewRejection.UnknownReview;
import id.antar.command.decider.Decision;
import id.antar.command.order.Parties;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What somebody has said of somebody else, once for each order.
sealed interface ReviewState {

  record Unwritten() implements ReviewState {}

  /// @param opinion as revised last
  record Written(
      ReviewWritten first, Opinion opinion, @Nullable Personal<String> answer, boolean hidden)
      implements ReviewState {

    private boolean isOfOneOf(Set<MerchantId> merchants) {
      return first.subject() instanceof Party.Merchant(var id) && merchants.contains(id);
    }

    private boolean isOf(Party author) {
      return first.author().equals(author);
    }

    private Written with(Opinion revised) {
      return new Written(first, revised, answer, hidden);
    }

    private Written answered(Personal<String> text) {
      return new Written(first, opinion, text, hidden);
    }

    private Written taken() {
      return new Written(first, opinion, answer, true);
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

  /// Once. A merchant answers what is said of it, and a revision does not take the answer away.
  default Decision<ReviewEvent> answer(AnswerReview c, Instant now) {
    return switch (this) {
      case Unwritten _ -> reject(new UnknownReview(c.reviewId()));
      case Written review when !review.isOfOneOf(c.merchants()) ->
          reject(new NotYourReview(c.reviewId()));
      case Written review when c.answer().equals(review.answer()) -> satisfied();
      case Written review when review.hidden() -> reject(new ReviewIsHidden(c.reviewId()));
      case Written review when review.answer() != null -> reject(new AlreadyAnswered(c.reviewId()));
      case Written review ->
          accept(new ReviewAnswered(c.reviewId(), review.first().subject(), c.answer(), now));
    };
  }

  default Decision<ReviewEvent> hide(HideReview c, Instant now) {
    return switch (this) {
      case Unwritten _ -> reject(new UnknownReview(c.reviewId()));
      case Written review when review.hidden() -> satisfied();
      case Written(var first, var opinion, _, _) ->
          accept(
              new ReviewHidden(c.reviewId(), first.subject(), opinion.rating(), c.reason(), now));
    };
  }

  default ReviewState evolve(ReviewEvent event) {
    return switch (event) {
      case ReviewWritten e -> new Written(e, e.opinion(), null, false);
      case ReviewRevised e -> written().with(e.opinion());
      case ReviewAnswered e -> written().answered(e.answer());
      case ReviewHidden _ -> written().taken();
    };
  }

  private Written written() {
    if (this instanceof Written review) {
      return review;
    }
    throw new IllegalStateException("The review's events do not begin with ReviewWritten.");
  }
}
