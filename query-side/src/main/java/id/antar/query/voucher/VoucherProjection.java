package id.antar.query.voucher;

import id.antar.api.merchant.MerchantEvent;
import id.antar.api.merchant.VoucherView;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.voucher")
final class VoucherProjection {

  private final Projector<VoucherView> projector;

  VoucherProjection(Projector<VoucherView> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = MerchantEvent.class)
  void onMerchant(EventMessage<?> message) {
    projector.handle(message);
  }
}
