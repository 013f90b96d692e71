package id.antar.query.review;

import static id.antar.query.Cast.ADA;
import static id.antar.query.Cast.NOODLE_BAR;
import static id.antar.query.Cast.NOON;
import static id.antar.query.Cast.ORDER;
import static id.antar.query.Cast.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.antar.api.order.Party;
import id.antar.api.order.Side;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.api.review.Opinion;
import id.antar.api.review.ReviewEvent;
import id.antar.api.review.ReviewEvent.ReviewAnswered;
import id.antar.api.review.ReviewEvent.ReviewHidden;
import id.antar.api.review.ReviewEvent.ReviewRevised;
import id.antar.api.review.ReviewEvent.ReviewWritten;
import id.antar.api.review.ReviewId;
import id.antar.api.review.ReviewView;
import id.antar.api.review.ReviewView.Answer;
import id.antar.api.review.ReviewView.Hidden;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReviewFoldTest {

  private static final ReviewId REVIEW = ReviewId.of(ORDER, Side.CUSTOMER, Side.MERCHANT);
  private static final Party MERCHANT = new Party.Merchant(NOODLE_BAR);
  private static final Opinion GOOD = new Opinion(5, Personal.of(ADA.personId(), "Hot."));
  private static final Opinion FAIR = new Opinion(3, null);

  @Test
  void itIsAsRevisedLastAndKeepsWhenItWasWritten() {
    assertThat(given(written(), new ReviewRevised(REVIEW, MERCHANT, FAIR, 5, after(2))))
        .isEqualTo(
            new ReviewView(
                REVIEW,
                ORDER,
                new Party.Customer(ADA),
                MERCHANT,
                FAIR,
                NOON,
                after(2),
                null,
                null));
  }

  @Test
  void anAnswerStaysWhateverComesAfterIt() {
    var thanks = Personal.of(new PersonId("merchant.olive"), "Thanks!");
    ReviewView view =
        given(
            written(),
            new ReviewAnswered(REVIEW, MERCHANT, thanks, after(1)),
            new ReviewRevised(REVIEW, MERCHANT, FAIR, 5, after(2)),
            new ReviewHidden(REVIEW, MERCHANT, 3, "abusive", after(3)));

    assertThat(view.answer()).isEqualTo(new Answer(thanks, after(1)));
    assertThat(view.opinion()).isEqualTo(FAIR);
  }

  @Test
  void whatIsHiddenSaysWhy() {
    ReviewView view = given(written(), new ReviewHidden(REVIEW, MERCHANT, 5, "abusive", after(3)));

    assertThat(view.isHidden()).isTrue();
    assertThat(view.hidden()).isEqualTo(new Hidden("abusive", after(3)));
    assertThat(view.opinion()).isEqualTo(GOOD);
  }

  @Test
  void aHistoryWithoutABeginningIsParked() {
    assertThatIllegalStateException()
        .isThrownBy(() -> given(new ReviewHidden(REVIEW, MERCHANT, 5, "abusive", NOON)));
  }

  private static ReviewWritten written() {
    return new ReviewWritten(REVIEW, ORDER, new Party.Customer(ADA), MERCHANT, GOOD, NOON);
  }

  private static ReviewView given(ReviewEvent... events) {
    ReviewView view = null;
    for (ReviewEvent event : events) {
      view = ReviewFold.evolve(view, event);
    }
    return Objects.requireNonNull(view);
  }
}
