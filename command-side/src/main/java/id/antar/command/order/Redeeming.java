package id.antar.command.order;

import id.antar.api.merchant.MerchantEvent;
import id.antar.api.merchant.MerchantEvent.VoucherRedeemed;
import id.antar.api.merchant.MerchantEvent.VoucherReleased;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderReturned;
import java.util.Optional;

/// A voucher's use is taken when the order is placed and given back when the order's money is: as
/// soon as it is off, or was brought back to the merchant.
final class Redeeming {

  private Redeeming() {}

  /// What follows for the merchant's vouchers from something that happened to an order.
  static Optional<MerchantEvent> effect(OrderPlaced order, OrderEvent event) {
    String code = order.voucher();
    if (code == null || order.total().discount().minor() == 0) {
      return Optional.empty();
    }
    return switch (event) {
      case OrderPlaced e ->
          Optional.of(
              new VoucherRedeemed(
                  e.merchantId(), code, e.orderId(), e.total().discount(), e.occurredAt()));
      case OrderCancelled _, OrderReturned _ ->
          Optional.of(
              new VoucherReleased(order.merchantId(), code, order.orderId(), event.occurredAt()));
      default -> Optional.empty();
    };
  }
}
