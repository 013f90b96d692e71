package id.antar.api.review;

import id.antar.api.message.Query;
import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions about reviews.
public sealed interface ReviewQuery<R> extends Query<R> {

  /// Of one subject, newest first. The cursor is the last answer's `nextCursor`.
  record ListReviews(Party subject, boolean hiddenToo, @Nullable String cursor, int limit)
      implements ReviewQuery<ReviewPage> {
    @Override
    public Class<ReviewPage> answer() {
      return ReviewPage.class;
    }
  }

  /// Of one order, hidden ones too, oldest first.
  record ListOrderReviews(OrderId orderId) implements ReviewQuery<OrderReviews> {
    @Override
    public Class<OrderReviews> answer() {
      return OrderReviews.class;
    }
  }

  /// Of those who have been reviewed at all.
  record ListRatings(List<Party> subjects) implements ReviewQuery<Ratings> {
    public ListRatings {
      subjects = List.copyOf(subjects);
    }

    @Override
    public Class<Ratings> answer() {
      return Ratings.class;
    }
  }

  record ReviewPage(List<ReviewView> reviews, @Nullable String nextCursor) {
    public ReviewPage {
      reviews = List.copyOf(reviews);
    }
  }

  record OrderReviews(List<ReviewView> reviews) {
    public OrderReviews {
      reviews = List.copyOf(reviews);
    }
  }

  record Ratings(List<Rated> rated) {
    public Ratings {
      rated = List.copyOf(rated);
    }
  }

  record Rated(Party subject, Rating rating) {}
}
