package id.antar.load.town.life;

import id.antar.load.client.Actor;
import id.antar.load.client.Answer;
import id.antar.load.client.CallKind;
import id.antar.load.client.Request;
import id.antar.load.town.life.Dealings.Review;
import id.antar.load.town.world.Dice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What people think of each other after a delivery, and say.
final class Thanks {

  private static final double REVISES = 0.2;

  /// The order's end may trail the drop-off by moments.
  private static final int MOST_TRIES = 20;

  private static final long PAUSE_MILLIS = 250;

  private static final List<String> COMMENTS =
      List.of("Never again.", "Not good.", "All right.", "Good, thank you.", "Excellent!");

  private final World world;

  Thanks(World world) {
    this.world = world;
  }

  private record WrittenView(String reviewId) {}

  void review(Actor author, String subject, TrackedOrder order, Dice dice, Duration pause) {
    world
        .errands()
        .begin(
            world,
            "review by " + author,
            () -> {
              world.clock().sleep(pause);
              write(author, subject, order, dice);
            });
  }

  private void write(Actor author, String subject, TrackedOrder order, Dice dice)
      throws InterruptedException {
    int rating = rating(dice);
    String comment = COMMENTS.get(rating - 1);
    String path = "/v1/orders/" + order.orderId() + "/reviews";
    String key = world.newKey();
    Map<String, Object> body = Map.of("subject", subject, "rating", rating, "comment", comment);
    Answer answer = world.api().call(Request.post(CallKind.WORDS, author, path, key, body));
    for (int i = 1; i < MOST_TRIES && answer.isProblem("not-delivered"); i++) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      answer = world.api().call(Request.post(CallKind.WORDS, author, path, world.newKey(), body));
    }
    if (!answer.ok()) {
      world.unexpected("write a review", author, answer);
      return;
    }
    String reviewId = answer.as(WrittenView.class).reviewId();
    Review review = new Review(author.role(), subject, rating, comment);
    order.dealings().reviewed(reviewId, review);
    if (dice.chance(REVISES)) {
      world.clock().sleep(dice.seconds(10, 60));
      revise(author, reviewId, review, order);
    }
  }

  /// On second thoughts it was a little better.
  private void revise(Actor author, String reviewId, Review before, TrackedOrder order)
      throws InterruptedException {
    int rating = Math.min(5, before.rating() + 1);
    String comment = COMMENTS.get(rating - 1);
    Map<String, Object> body = Map.of("rating", rating, "comment", comment);
    Answer answer =
        world
            .api()
            .call(
                Request.put(
                    CallKind.WORDS, author, "/v1/reviews/" + reviewId, world.newKey(), body));
    if (answer.ok()) {
      Review now = new Review(before.author(), before.subject(), rating, comment);
      order.dealings().reviewed(reviewId, now);
    } else {
      world.unexpected("revise a review", author, answer);
    }
  }

  private static int rating(Dice dice) {
    double mood = dice.between(0, 1);
    return mood < 0.04 ? 1 : mood < 0.1 ? 2 : mood < 0.25 ? 3 : mood < 0.6 ? 4 : 5;
  }
}
