package id.antar.command.review;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.clockAt;
import static id.antar.command.review.ReviewTest.opinion;
import static id.antar.command.review.ReviewTest.written;

import id.antar.api.message.Receipt;
import id.antar.api.order.Party;
import id.antar.api.order.Side;
import id.antar.api.review.ReviewCommand;
import id.antar.api.review.ReviewCommand.HideReview;
import id.antar.api.review.ReviewCommand.ReviseReview;
import id.antar.api.review.ReviewEvent.ReviewRevised;
import id.antar.api.review.ReviewId;
import id.antar.api.review.ReviewRejection.UnknownReview;
import id.antar.command.decider.TargetOf;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/// That Axon finds what is annotated.
class ReviewShellTest {

  private static final ReviewId REVIEW = ReviewId.of(ORDER, Side.CUSTOMER, Side.MERCHANT);

  private final FixtureConfiguration<Review> fixture =
      new AggregateTestFixture<>(Review.class)
          .registerInjectableResource(new ReviewRules(ReviewPolicy.standard(), clockAt(NOON)))
          .registerCommandTargetResolver(
              new TargetOf<>(ReviewCommand.class, ReviewCommand::reviewId));

  @Test
  void itGoesOnFromItsFacts() {
    fixture
        .given(written(NOON))
        .when(new ReviseReview(REVIEW, new Party.Customer(ADA), opinion(2, null)))
        .expectEvents(
            new ReviewRevised(REVIEW, new Party.Merchant(NOODLE_BAR), opinion(2, null), 5, NOON))
        .expectResultMessagePayload(Receipt.accepted());
  }

  @Test
  void itRefusesByItsReceiptBeforeItExists() {
    fixture
        .givenNoPriorActivity()
        .when(new HideReview(REVIEW, "abusive"))
        .expectNoEvents()
        .expectResultMessagePayload(Receipt.rejected(new UnknownReview(REVIEW)));
  }
}
