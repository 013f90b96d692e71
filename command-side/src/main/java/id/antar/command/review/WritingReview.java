package id.antar.command.review;

import id.antar.api.message.Receipt;
import id.antar.api.review.ReviewCommand.WriteReview;
import id.antar.command.decider.StreamId;
import id.antar.command.order.ReadingOrder;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/// Writes a review by what its order says of who took part in it, both within one unit of work. A
/// repeat never gets as far as the order.
final class WritingReview {

  private final Repository<Review> reviews;
  private final ReadingOrder orders;
  private final ReviewRules rules;

  WritingReview(Repository<Review> reviews, ReadingOrder orders, ReviewRules rules) {
    this.reviews = reviews;
    this.orders = orders;
    this.rules = rules;
  }

  @CommandHandler
  Receipt handle(WriteReview command) throws Exception {
    return reviews
        .loadOrCreate(StreamId.of(command.reviewId()), Review::new)
        .invoke(review -> review.write(command, () -> orders.parties(command.orderId()), rules));
  }
}
