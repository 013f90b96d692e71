package id.antar.query.merchant;

import id.antar.api.merchant.MerchantEvent;
import id.antar.api.merchant.MerchantView;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.merchant")
final class MerchantProjection {

  private final Projector<MerchantView> projector;

  MerchantProjection(Projector<MerchantView> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = MerchantEvent.class)
  void onMerchant(EventMessage<?> message) {
    projector.handle(message);
  }
}
