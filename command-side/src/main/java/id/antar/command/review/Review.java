package id.antar.command.review;

import static id.antar.command.decider.Deciding.answer;

import id.antar.api.message.Receipt;
import id.antar.api.review.ReviewCommand.AnswerReview;
import id.antar.api.review.ReviewCommand.HideReview;
import id.antar.api.review.ReviewCommand.ReviseReview;
import id.antar.api.review.ReviewCommand.WriteReview;
import id.antar.api.review.ReviewEvent;
import id.antar.command.decider.Decides;
import id.antar.command.decider.StreamId;
import id.antar.command.order.Parties;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// A review, as Axon keeps it: its own aggregate, because it is written, revised and hidden long
/// after its order is over and concerns none of the order's rules. [WritingReview] writes it.
final class Review {

  @AggregateIdentifier private @Nullable String id;
  private ReviewState state = new ReviewState.Unwritten();

  Receipt write(WriteReview command, Supplier<Optional<Parties>> order, ReviewRules rules) {
    return answer(state.write(command, order, rules.policy(), rules.clock().instant()));
  }

  @Decides
  Receipt handle(ReviseReview command, ReviewRules rules) {
    return answer(state.revise(command, rules.policy(), rules.clock().instant()));
  }

  @Decides
  Receipt handle(AnswerReview command, ReviewRules rules) {
    return answer(state.answer(command, rules.clock().instant()));
  }

  @Decides
  Receipt handle(HideReview command, ReviewRules rules) {
    return answer(state.hide(command, rules.clock().instant()));
  }

  @EventSourcingHandler
  void on(ReviewEvent event) {
    id = StreamId.of(event.reviewId());
    state = state.evolve(event);
  }
}
