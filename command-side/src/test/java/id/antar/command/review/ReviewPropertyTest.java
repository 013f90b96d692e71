package id.antar.command.review;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.EVE;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.at;
import static id.antar.command.review.ReviewTest.opinion;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.order.OrderStage;
import id.antar.api.order.Party;
import id.antar.api.order.Side;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.api.review.Opinion;
import id.antar.api.review.Rating;
import id.antar.api.review.ReviewCommand;
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
import id.antar.command.decider.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever is asked of a review, in whatever order.
class ReviewPropertyTest {

  private static final ReviewId REVIEW = ReviewId.of(ORDER, Side.CUSTOMER, Side.MERCHANT);

  @Property
  void everyHistoryFoldsAndARepeatChangesNothing(@ForAll("commands") List<ReviewCommand> commands) {
    ReviewState state = new ReviewState.Unwritten();
    var history = new ArrayList<ReviewEvent>();
    for (int i = 0; i < commands.size(); i++) {
      if (decide(state, commands.get(i), at(60L * i))
          instanceof Decision.Accepted<ReviewEvent> yes) {
        for (ReviewEvent event : yes.events()) {
          state = state.evolve(event);
          history.add(event);
        }
        assertThat(decide(state, commands.get(i), at(60L * i))).isEqualTo(Decision.satisfied());
      }
    }
    assertThat(fold(history)).isEqualTo(state);
  }

  /// The facts alone say how often each rating counts: once at most, and not if it is hidden.
  @Property
  void theRatingsAddUp(@ForAll("commands") List<ReviewCommand> commands) {
    ReviewState state = new ReviewState.Unwritten();
    Rating rating = Rating.NONE;
    for (int i = 0; i < commands.size(); i++) {
      if (decide(state, commands.get(i), at(60L * i))
          instanceof Decision.Accepted<ReviewEvent> yes) {
        for (ReviewEvent event : yes.events()) {
          state = state.evolve(event);
          rating = after(rating, event);
        }
      }
    }
    assertThat(rating)
        .isEqualTo(
            state instanceof ReviewState.Written(_, var opinion, _, var hidden) && !hidden
                ? Rating.NONE.with(opinion.rating(), 1)
                : Rating.NONE);
  }

  @Provide
  Arbitrary<List<ReviewCommand>> commands() {
    Arbitrary<Party> authors =
        Arbitraries.of(
            new Party.Customer(ADA),
            new Party.Customer(ADA),
            new Party.Customer(EVE),
            new Party.Courier(BO));
    Arbitrary<Opinion> opinions =
        Arbitraries.of(opinion(5, null), opinion(4, "fine"), opinion(1, "cold"));
    Arbitrary<ReviewCommand> any =
        authors.flatMap(author ->
            opinions.flatMap(opinion ->
                Arbitraries.of(
                    new WriteReview(ORDER, author, Side.MERCHANT, opinion),
                    new ReviseReview(REVIEW, author, opinion),
                    new ReviseReview(REVIEW, author, opinion),
                    new AnswerReview(REVIEW, Set.of(NOODLE_BAR), answer(opinion)),
                    new HideReview(REVIEW, "abusive"))));
    return any.list().ofMaxSize(40);
  }

  /// Of one review: the courier's would be another one.
  private static Decision<ReviewEvent> decide(
      ReviewState state, ReviewCommand command, Instant now) {
    var order = Optional.of(ReviewTest.order(OrderStage.DELIVERED));
    return switch (command) {
      case WriteReview c when !c.reviewId().equals(REVIEW) -> Decision.satisfied();
      case WriteReview c -> state.write(c, () -> order, ReviewPolicy.standard(), now);
      case ReviseReview c -> state.revise(c, ReviewPolicy.standard(), now);
      case AnswerReview c -> state.answer(c, now);
      case HideReview c -> state.hide(c, now);
    };
  }

  private static Personal<String> answer(Opinion opinion) {
    return Personal.of(new PersonId("merchant.olive"), "Thanks for " + opinion.rating() + ".");
  }

  private static Rating after(Rating rating, ReviewEvent event) {
    return switch (event) {
      case ReviewWritten e -> rating.with(e.opinion().rating(), 1);
      case ReviewRevised e -> rating.with(e.formerRating(), -1).with(e.opinion().rating(), 1);
      case ReviewAnswered _ -> rating;
      case ReviewHidden e -> rating.with(e.formerRating(), -1);
    };
  }

  private static ReviewState fold(List<ReviewEvent> events) {
    ReviewState state = new ReviewState.Unwritten();
    for (ReviewEvent event : events) {
      state = state.evolve(event);
    }
    return state;
  }
}
