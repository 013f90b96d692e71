package id.antar.query.menusearch;

import id.antar.api.merchant.MerchantEvent;
import id.antar.api.review.ReviewEvent;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.menusearch")
final class MenuSearchProjection {

  private final Projector<MenuDocument> projector;

  MenuSearchProjection(Projector<MenuDocument> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = MerchantEvent.class)
  void onMerchant(EventMessage<?> message) {
    projector.handle(message);
  }

  @EventHandler(payloadType = ReviewEvent.class)
  void onReview(EventMessage<?> message) {
    projector.handle(message);
  }
}
