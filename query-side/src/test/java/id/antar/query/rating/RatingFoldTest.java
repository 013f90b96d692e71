package id.antar.query.rating;

import static id.antar.query.Cast.ADA;
import static id.antar.query.Cast.KURT;
import static id.antar.query.Cast.NOON;
import static id.antar.query.Cast.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import id.antar.api.order.Side;
import id.antar.api.review.Opinion;
import id.antar.api.review.Rating;
import id.antar.api.review.ReviewEvent;
import id.antar.api.review.ReviewEvent.ReviewHidden;
import id.antar.api.review.ReviewEvent.ReviewRevised;
import id.antar.api.review.ReviewEvent.ReviewWritten;
import id.antar.api.review.ReviewId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RatingFoldTest {

  private static final Party COURIER = new Party.Courier(KURT);

  private final RatingFold fold = new RatingFold();

  @Test
  void itCountsAveragesAndSpreads() {
    assertThat(rating(List.of(written(1, 5), written(2, 4), written(3, 4))))
        .isEqualTo(new Rating(3, 433, List.of(0, 0, 0, 2, 1)));
    assertThat(rating(List.of(written(1, 1), written(2, 2))))
        .extracting(Rating::meanHundredths)
        .isEqualTo(150);
    assertThat(rating(List.of(written(1, 5), written(2, 5), written(3, 4))))
        .extracting(Rating::meanHundredths)
        .isEqualTo(467);
  }

  @Test
  void aRevisedRatingCountsInPlaceOfTheFormerAndAHiddenOneNotAtAll() {
    assertThat(
            rating(
                List.of(
                    written(1, 5),
                    written(2, 1),
                    new ReviewRevised(id(1), COURIER, opinion(3), 5, NOON),
                    new ReviewHidden(id(2), COURIER, 1, "abusive", NOON))))
        .isEqualTo(new Rating(1, 300, List.of(0, 0, 1, 0, 0)));
    assertThat(rating(List.of(written(1, 2), new ReviewHidden(id(1), COURIER, 2, "abusive", NOON))))
        .isEqualTo(Rating.NONE);
  }

  /// Events of different reviews may come in any order among each other.
  @Test
  void theOrderOfReviewsMakesNoDifference() {
    var random = new Random(7);
    List<ReviewEvent> events = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      events.add(written(i, 1 + random.nextInt(5)));
    }
    Rating before = rating(events);
    Collections.shuffle(events, random);

    assertThat(rating(events)).isEqualTo(before);
    assertThat(before.count()).isEqualTo(50);
  }

  @Test
  void eachSubjectHasItsOwn() {
    assertThat(fold.keys(written(1, 5))).containsExactly("courier:kurt");
  }

  private Rating rating(List<ReviewEvent> events) {
    RatingRow row = null;
    for (ReviewEvent event : events) {
      row = fold.evolve("courier:kurt", row, recorded(event, event.reviewId().value(), 0));
    }
    return row == null ? Rating.NONE : row.rating();
  }

  private static ReviewWritten written(int order, int rating) {
    return new ReviewWritten(
        id(order),
        new OrderId("order-" + order),
        new Party.Customer(ADA),
        COURIER,
        opinion(rating),
        NOON);
  }

  private static ReviewId id(int order) {
    return ReviewId.of(new OrderId("order-" + order), Side.CUSTOMER, Side.COURIER);
  }

  private static Opinion opinion(int rating) {
    return new Opinion(rating, null);
  }
}
