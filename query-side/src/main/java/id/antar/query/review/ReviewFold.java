package id.antar.query.review;

import id.antar.api.review.Opinion;
import id.antar.api.review.ReviewEvent;
import id.antar.api.review.ReviewEvent.ReviewAnswered;
import id.antar.api.review.ReviewEvent.ReviewHidden;
import id.antar.api.review.ReviewEvent.ReviewRevised;
import id.antar.api.review.ReviewEvent.ReviewWritten;
import id.antar.api.review.ReviewView;
import id.antar.api.review.ReviewView.Answer;
import id.antar.api.review.ReviewView.Hidden;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class ReviewFold implements Fold<ReviewView> {

  @Override
  public String name() {
    return "review";
  }

  @Override
  public Class<ReviewView> stateType() {
    return ReviewView.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(ReviewEvent.class);
  }

  @Override
  public Collection<String> keys(Object event) {
    return List.of(((ReviewEvent) event).reviewId().value());
  }

  @Override
  public ReviewView evolve(String key, @Nullable ReviewView before, Recorded recorded) {
    return evolve(before, (ReviewEvent) recorded.event());
  }

  @Override
  public Object view(ReviewView state) {
    return state;
  }

  static ReviewView evolve(@Nullable ReviewView view, ReviewEvent event) {
    if (event instanceof ReviewWritten e) {
      return new ReviewView(
          e.reviewId(),
          e.orderId(),
          e.author(),
          e.subject(),
          e.opinion(),
          e.occurredAt(),
          null,
          null,
          null);
    }
    if (view == null) {
      throw new IllegalStateException(
          "Review " + event.reviewId() + " is not known here. Maybe its first event is parked.");
    }
    return switch (event) {
      case ReviewWritten _ -> view;
      case ReviewRevised e -> with(view, e.opinion(), e.occurredAt(), view.answer(), view.hidden());
      case ReviewAnswered e -> {
        var answer = new Answer(e.answer(), e.occurredAt());
        yield with(view, view.opinion(), view.revisedAt(), answer, view.hidden());
      }
      case ReviewHidden e -> {
        var hidden = new Hidden(e.reason(), e.occurredAt());
        yield with(view, view.opinion(), view.revisedAt(), view.answer(), hidden);
      }
    };
  }

  private static ReviewView with(
      ReviewView view,
      Opinion opinion,
      @Nullable Instant revisedAt,
      @Nullable Answer answer,
      @Nullable Hidden hidden) {
    return new ReviewView(
        view.reviewId(),
        view.orderId(),
        view.author(),
        view.subject(),
        opinion,
        view.writtenAt(),
        revisedAt,
        answer,
        hidden);
  }
}
