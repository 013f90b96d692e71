package id.antar.query.rating;

import id.antar.api.review.Rating;
import id.antar.api.review.ReviewEvent;
import id.antar.api.review.ReviewEvent.ReviewAnswered;
import id.antar.api.review.ReviewEvent.ReviewHidden;
import id.antar.api.review.ReviewEvent.ReviewRevised;
import id.antar.api.review.ReviewEvent.ReviewWritten;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Parties;
import id.antar.query.projection.Recorded;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Summed up as it is written, so that a rating costs the same to read however many reviews there
/// are.
final class RatingFold implements Fold<RatingRow> {

  @Override
  public String name() {
    return "rating";
  }

  @Override
  public Class<RatingRow> stateType() {
    return RatingRow.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(ReviewEvent.class);
  }

  @Override
  public Collection<String> keys(Object event) {
    return List.of(Parties.key(((ReviewEvent) event).subject()));
  }

  @Override
  public RatingRow evolve(String key, @Nullable RatingRow before, Recorded recorded) {
    var event = (ReviewEvent) recorded.event();
    Rating rating = before == null ? Rating.NONE : before.rating();
    return new RatingRow(event.subject(), evolve(rating, event));
  }

  @Override
  public Object view(RatingRow state) {
    return state;
  }

  static Rating evolve(Rating rating, ReviewEvent event) {
    return switch (event) {
      case ReviewWritten e -> rating.with(e.opinion().rating(), 1);
      case ReviewRevised e -> rating.with(e.formerRating(), -1).with(e.opinion().rating(), 1);
      case ReviewAnswered _ -> rating;
      case ReviewHidden e -> rating.with(e.formerRating(), -1);
    };
  }
}
