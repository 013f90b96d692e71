package id.antar.load.town.report;

import id.antar.load.client.Answer;
import id.antar.load.client.CallKind;
import id.antar.load.client.Request;
import id.antar.load.town.life.Dealings.Review;
import id.antar.load.town.life.Dealings.Said;
import id.antar.load.town.life.TrackedOrder;
import id.antar.load.town.life.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was said about single orders, as the operator reads it afterwards: word for word, and
/// nothing else.
final class WordsBook {

  private final World world;
  private int messagesRead;
  private int reviewsRead;

  WordsBook(World world) {
    this.world = world;
  }

  private record MessagesView(List<MessageView> messages) {}

  private record MessageView(String messageId, String author, @Nullable String text) {}

  private record ReviewsView(List<ReviewView> reviews) {}

  private record ReviewView(
      String reviewId, String author, String subject, int rating, @Nullable String comment) {}

  int messagesRead() {
    return messagesRead;
  }

  int reviewsRead() {
    return reviewsRead;
  }

  Optional<String> complaint(TrackedOrder order) throws InterruptedException {
    Map<String, Said> said = messages(order.orderId());
    if (!said.equals(order.dealings().messages())) {
      return Optional.of("its messages are " + said + ", not " + order.dealings().messages());
    }
    Map<String, Review> reviews = reviews(order.orderId());
    if (!reviews.equals(order.dealings().reviews())) {
      return Optional.of("its reviews are " + reviews + ", not " + order.dealings().reviews());
    }
    messagesRead += said.size();
    reviewsRead += reviews.size();
    return Optional.empty();
  }

  private Map<String, Said> messages(String orderId) throws InterruptedException {
    Map<String, Said> said = new HashMap<>();
    get("/v1/orders/" + orderId + "/messages?limit=100")
        .map(answer -> answer.as(MessagesView.class).messages())
        .orElse(List.of())
        .forEach(message ->
            said.put(
                message.messageId(),
                new Said(message.author(), message.text() == null ? "" : message.text())));
    return said;
  }

  private Map<String, Review> reviews(String orderId) throws InterruptedException {
    Map<String, Review> reviews = new HashMap<>();
    get("/v1/orders/" + orderId + "/reviews")
        .map(answer -> answer.as(ReviewsView.class).reviews())
        .orElse(List.of())
        .forEach(review ->
            reviews.put(
                review.reviewId(),
                new Review(
                    review.author(),
                    review.subject(),
                    review.rating(),
                    review.comment() == null ? "" : review.comment())));
    return reviews;
  }

  private Optional<Answer> get(String path) throws InterruptedException {
    Answer answer = world.api().call(Request.get(CallKind.WORDS, world.operator(), path));
    return answer.ok() ? Optional.of(answer) : Optional.empty();
  }
}
