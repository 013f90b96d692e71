package id.antar.query.rating;

import id.antar.api.review.ReviewEvent;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.rating")
final class RatingProjection {

  private final Projector<RatingRow> projector;

  RatingProjection(Projector<RatingRow> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = ReviewEvent.class)
  void onReview(EventMessage<?> message) {
    projector.handle(message);
  }
}
