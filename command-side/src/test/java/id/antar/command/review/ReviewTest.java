package id.antar.command.review;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.EVE;
import static id.antar.command.Cast.KIM;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.antar.api.courier.CourierId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderRejection.NotYourOrder;
import id.antar.api.order.OrderRejection.UnknownOrder;
import id.antar.api.order.OrderStage;
import id.antar.api.order.Party;
import id.antar.api.order.Side;
import id.antar.api.person.PersonId;
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
import id.antar.api.review.ReviewId;
import id.antar.api.review.ReviewRejection.AlreadyAnswered;
import id.antar.api.review.ReviewRejection.AlreadyReviewed;
import id.antar.api.review.ReviewRejection.NotDelivered;
import id.antar.api.review.ReviewRejection.NotReviewable;
import id.antar.api.review.ReviewRejection.NotYourReview;
import id.antar.api.review.ReviewRejection.ReviewIsHidden;
import id.antar.api.review.ReviewRejection.ReviewTooLate;
import id.antar.api.review.ReviewRejection.RevisionTooLate;
import id.antar.api.review.ReviewRejection.UnknownReview;
import id.antar.command.decider.Decision;
import id.antar.command.order.Parties;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReviewTest {

  private static final ReviewPolicy POLICY = ReviewPolicy.standard();
  private static final Party CUSTOMER = new Party.Customer(ADA);
  private static final Party MERCHANT = new Party.Merchant(NOODLE_BAR);
  private static final Party COURIER = new Party.Courier(BO);
  private static final Opinion GOOD = opinion(5, "Still hot.\nThank you!");
  private static final Opinion FAIR = opinion(3, null);
  private static final ReviewId REVIEW = ReviewId.of(ORDER, Side.CUSTOMER, Side.MERCHANT);
  private static final WriteReview WRITE = new WriteReview(ORDER, CUSTOMER, Side.MERCHANT, GOOD);

  @Nested
  class WritingOne {

    @Test
    void whoWasServedReviewsWhoServedThem() {
      assertThat(write(WRITE, NOON)).isEqualTo(Decision.accept(written(NOON)));
      assertThat(write(by(CUSTOMER, Side.COURIER), NOON)).isInstanceOf(Decision.Accepted.class);
      assertThat(write(by(COURIER, Side.CUSTOMER), NOON)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void nobodyElseReviewsAnybody() {
      for (Side subject : Side.values()) {
        assertRefused(
            write(by(MERCHANT, subject), NOON), new NotReviewable(Side.MERCHANT, subject));
      }
      for (Side subject : List.of(Side.CUSTOMER, Side.OPERATOR, Side.ENGINE)) {
        assertRefused(
            write(by(CUSTOMER, subject), NOON), new NotReviewable(Side.CUSTOMER, subject));
      }
      assertRefused(
          write(by(COURIER, Side.MERCHANT), NOON), new NotReviewable(Side.COURIER, Side.MERCHANT));
    }

    @Test
    void whoIsNotOfTheOrderDoesNot() {
      for (Party stranger :
          List.of(
              new Party.Customer(EVE),
              new Party.Courier(KIM),
              new Party.Courier(new CourierId(ADA.value())),
              new Party.Operator("olga"),
              new Party.Engine("any"))) {
        assertRefused(write(by(stranger, Side.COURIER), NOON), new NotYourOrder(ORDER));
      }
    }

    @Test
    void thereMustBeAnOrderAndItMustBeDelivered() {
      assertRefused(
          new ReviewState.Unwritten().write(WRITE, Optional::empty, POLICY, NOON),
          new UnknownOrder(ORDER));
      for (OrderStage stage : OrderStage.values()) {
        if (stage != OrderStage.DELIVERED) {
          var order = Optional.of(order(stage));
          assertRefused(
              new ReviewState.Unwritten().write(WRITE, () -> order, POLICY, NOON),
              new NotDelivered(ORDER, stage));
        }
      }
    }

    @Test
    void itIsPossibleForTwoWeeks() {
      Instant end = NOON.plus(Duration.ofDays(14));

      assertThat(write(WRITE, end)).isInstanceOf(Decision.Accepted.class);
      assertRefused(write(WRITE, end.plusMillis(1)), new ReviewTooLate(ORDER, end));
    }

    @Test
    void writtenAgainItIsTheSameOrRefusedAndTheOrderIsNotAsked() {
      ReviewState state = given(written(NOON));

      assertThat(again(state, WRITE)).isEqualTo(Decision.satisfied());
      assertRefused(
          again(state, new WriteReview(ORDER, CUSTOMER, Side.MERCHANT, FAIR)),
          new AlreadyReviewed(REVIEW));
      assertRefused(
          again(state, new WriteReview(ORDER, new Party.Customer(EVE), Side.MERCHANT, GOOD)),
          new NotYourReview(REVIEW));
    }

    private Decision<ReviewEvent> again(ReviewState state, WriteReview command) {
      return state.write(
          command,
          () -> {
            throw new AssertionError("The order was asked.");
          },
          POLICY,
          NOON);
    }
  }

  @Nested
  class RevisingIt {

    @Test
    void itsAuthorMayForADayAndTheFormerRatingIsTold() {
      Instant end = NOON.plus(Duration.ofHours(24));

      assertThat(revise(given(written(NOON)), CUSTOMER, FAIR, end))
          .isEqualTo(Decision.accept(new ReviewRevised(REVIEW, MERCHANT, FAIR, 5, end)));
      assertRefused(
          revise(given(written(NOON)), CUSTOMER, FAIR, end.plusMillis(1)),
          new RevisionTooLate(REVIEW, end));
    }

    @Test
    void aRevisionDoesNotMakeTheTimeLonger() {
      var revised = new ReviewRevised(REVIEW, MERCHANT, FAIR, 5, NOON.plusSeconds(9));
      Instant end = NOON.plus(Duration.ofHours(24));

      assertRefused(
          revise(given(written(NOON), revised), CUSTOMER, GOOD, end.plusMillis(1)),
          new RevisionTooLate(REVIEW, end));
      assertThat(revise(given(written(NOON), revised), CUSTOMER, FAIR, end.plusMillis(1)))
          .isEqualTo(Decision.satisfied());
    }

    @Test
    void nobodyElseMay() {
      for (Party other : List.of(MERCHANT, new Party.Customer(EVE), new Party.Operator("olga"))) {
        assertRefused(revise(given(written(NOON)), other, FAIR, NOON), new NotYourReview(REVIEW));
      }
      assertRefused(
          revise(new ReviewState.Unwritten(), CUSTOMER, FAIR, NOON), new UnknownReview(REVIEW));
    }

    private Decision<ReviewEvent> revise(
        ReviewState state, Party author, Opinion opinion, Instant now) {
      return state.revise(new ReviseReview(REVIEW, author, opinion), POLICY, now);
    }
  }

  @Nested
  class AnsweringIt {

    private final Personal<String> thanks = Personal.of(new PersonId("merchant.olive"), "Thanks!");
    private final ReviewAnswered answered = new ReviewAnswered(REVIEW, MERCHANT, thanks, NOON);

    @Test
    void theMerchantDoesSoOnce() {
      assertThat(answer(given(written(NOON)), NOODLE_BAR, thanks))
          .isEqualTo(Decision.accept(answered));
      assertThat(answer(given(written(NOON), answered), NOODLE_BAR, thanks))
          .isEqualTo(Decision.satisfied());
      assertRefused(
          answer(
              given(written(NOON), answered), NOODLE_BAR, Personal.of(thanks.person(), "Or not.")),
          new AlreadyAnswered(REVIEW));
    }

    @Test
    void aRevisionLeavesTheAnswerWhereItIs() {
      var revised = new ReviewRevised(REVIEW, MERCHANT, FAIR, 5, NOON);

      assertThat(answer(given(written(NOON), answered, revised), NOODLE_BAR, thanks))
          .isEqualTo(Decision.satisfied());
    }

    @Test
    void nobodyElseMayAndNobodyIfItIsHidden() {
      var ofCourier = new ReviewWritten(REVIEW, ORDER, CUSTOMER, COURIER, GOOD, NOON);
      var hidden = new ReviewHidden(REVIEW, MERCHANT, 5, "abusive", NOON);

      assertRefused(
          answer(given(written(NOON)), new MerchantId("another"), thanks),
          new NotYourReview(REVIEW));
      assertRefused(answer(given(ofCourier), NOODLE_BAR, thanks), new NotYourReview(REVIEW));
      assertRefused(
          answer(new ReviewState.Unwritten(), NOODLE_BAR, thanks), new UnknownReview(REVIEW));
      assertRefused(
          answer(given(written(NOON), hidden), NOODLE_BAR, thanks), new ReviewIsHidden(REVIEW));
    }

    @Test
    void itCanBeRead() {
      for (String text : List.of(" ", "x".repeat(1_001), "a\u0000b")) {
        assertThatIllegalArgumentException()
            .isThrownBy(() ->
                new AnswerReview(REVIEW, Set.of(NOODLE_BAR), Personal.of(thanks.person(), text)));
      }
    }

    private Decision<ReviewEvent> answer(
        ReviewState state, MerchantId merchant, Personal<String> text) {
      return state.answer(new AnswerReview(REVIEW, Set.of(merchant), text), NOON);
    }
  }

  @Nested
  class HidingIt {

    private final ReviewHidden hidden = new ReviewHidden(REVIEW, MERCHANT, 5, "abusive", NOON);
    private final HideReview hide = new HideReview(REVIEW, "abusive");

    @Test
    void itIsHiddenOnceAndTheRatingNoLongerCounts() {
      assertThat(given(written(NOON)).hide(hide, NOON)).isEqualTo(Decision.accept(hidden));
      assertThat(given(written(NOON), hidden).hide(new HideReview(REVIEW, "again"), NOON))
          .isEqualTo(Decision.satisfied());
      assertRefused(new ReviewState.Unwritten().hide(hide, NOON), new UnknownReview(REVIEW));
    }

    @Test
    void whatIsHiddenStaysAsItIs() {
      assertRefused(
          given(written(NOON), hidden)
              .revise(new ReviseReview(REVIEW, CUSTOMER, FAIR), POLICY, NOON),
          new ReviewIsHidden(REVIEW));
    }
  }

  @Test
  void anOpinionIsARatingAndWordsThatCanBeRead() {
    for (int rating : new int[] {0, 6, -1}) {
      assertThatIllegalArgumentException().isThrownBy(() -> opinion(rating, null));
    }
    for (String comment : List.of(" ", "x".repeat(1_001), "a\u0000b", "\u202Etxt", "\uD83D")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> opinion(5, comment))
          .withMessageNotContaining("txt");
    }
    assertThat(opinion(1, "\uD83D\uDE00 x".repeat(200)).rating()).isEqualTo(1);
  }

  private static void assertRefused(
      Decision<ReviewEvent> decision, id.antar.api.message.Rejection reason) {
    assertThat(decision).isEqualTo(Decision.reject(reason));
  }

  private static WriteReview by(Party author, Side subject) {
    return new WriteReview(ORDER, author, subject, GOOD);
  }

  private static Decision<ReviewEvent> write(WriteReview command, Instant now) {
    var order = Optional.of(order(OrderStage.DELIVERED));
    return new ReviewState.Unwritten().write(command, () -> order, POLICY, now);
  }

  private static ReviewState given(ReviewEvent... events) {
    ReviewState state = new ReviewState.Unwritten();
    for (ReviewEvent event : events) {
      state = state.evolve(event);
    }
    return state;
  }

  static ReviewWritten written(Instant now) {
    return new ReviewWritten(REVIEW, ORDER, CUSTOMER, MERCHANT, GOOD, now);
  }

  static Parties order(OrderStage stage) {
    return new Parties(ORDER, ADA, NOODLE_BAR, BO, stage, stage.isFinal() ? NOON : null);
  }

  static Opinion opinion(int rating, @Nullable String comment) {
    return new Opinion(rating, comment == null ? null : Personal.of(ADA.personId(), comment));
  }
}
