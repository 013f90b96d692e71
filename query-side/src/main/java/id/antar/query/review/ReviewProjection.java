package id.antar.query.review;

import id.antar.api.review.ReviewEvent;
import id.antar.api.review.ReviewView;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.review")
final class ReviewProjection {

  private final Projector<ReviewView> projector;

  ReviewProjection(Projector<ReviewView> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = ReviewEvent.class)
  void onReview(EventMessage<?> message) {
    projector.handle(message);
  }
}
