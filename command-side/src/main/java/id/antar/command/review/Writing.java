package id.antar.command.review;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;

import id.antar.api.order.OrderRejection.NotYourOrder;
import id.antar.api.order.OrderRejection.UnknownOrder;
import id.antar.api.order.OrderStage;
import id.antar.api.order.Party;
import id.antar.api.order.Side;
import id.antar.api.review.ReviewCommand.WriteReview;
import id.antar.api.review.ReviewEvent;
import id.antar.api.review.ReviewEvent.ReviewWritten;
import id.antar.api.review.ReviewRejection.NotDelivered;
import id.antar.api.review.ReviewRejection.NotReviewable;
import id.antar.api.review.ReviewRejection.ReviewTooLate;
import id.antar.command.decider.Decision;
import id.antar.command.order.Parties;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// Who may review whom, and how long after the delivery.
final class Writing {

  private Writing() {}

  static Decision<ReviewEvent> write(
      WriteReview c, Optional<Parties> order, ReviewPolicy policy, Instant now) {
    if (order.isEmpty()) {
      return reject(new UnknownOrder(c.orderId()));
    }
    Parties parties = order.get();
    if (!parties.has(c.author())) {
      return reject(new NotYourOrder(c.orderId()));
    }
    return isReviewable(c.author().side(), c.subject())
        ? ifDelivered(c, parties, policy, now)
        : reject(new NotReviewable(c.author().side(), c.subject()));
  }

  private static boolean isReviewable(Side author, Side subject) {
    return switch (author) {
      case CUSTOMER -> subject == Side.MERCHANT || subject == Side.COURIER;
      case COURIER -> subject == Side.CUSTOMER;
      case MERCHANT, OPERATOR, ENGINE -> false;
    };
  }

  /// What is delivered had a courier, so that there is somebody on every side.
  private static Decision<ReviewEvent> ifDelivered(
      WriteReview c, Parties order, ReviewPolicy policy, Instant now) {
    if (order.stage() != OrderStage.DELIVERED) {
      return reject(new NotDelivered(c.orderId(), order.stage()));
    }
    Instant until = Objects.requireNonNull(order.endedAt()).plus(policy.writing());
    Party subject = order.find(c.subject()).orElseThrow();
    return now.isAfter(until)
        ? reject(new ReviewTooLate(c.orderId(), until))
        : accept(
            new ReviewWritten(c.reviewId(), c.orderId(), c.author(), subject, c.opinion(), now));
  }
}
