package id.antar.gateway.stream.hub;

import id.antar.api.courier.CourierId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import java.util.Optional;

/// What can be subscribed to, written `order:4711`.
public sealed interface Topic {

  /// One order: its status, and while it is being carried its courier's position and its ETA.
  record OfOrder(OrderId orderId) implements Topic {
    @Override
    public String toString() {
      return "order:" + orderId;
    }
  }

  /// The orders of one merchant.
  record OfMerchant(MerchantId merchantId) implements Topic {
    @Override
    public String toString() {
      return "merchant:" + merchantId;
    }
  }

  /// The offers and trips of one courier.
  record OfCourier(CourierId courierId) implements Topic {
    @Override
    public String toString() {
      return "courier:" + courierId;
    }
  }

  /// All orders and assignments.
  record Board() implements Topic {
    @Override
    public String toString() {
      return "board";
    }
  }

  /// What wants an operator's eye.
  record Alerts() implements Topic {
    @Override
    public String toString() {
      return "alerts";
    }
  }

  Board BOARD = new Board();
  Alerts ALERTS = new Alerts();

  static Optional<Topic> parse(String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    String id = colon < 0 ? "" : text.substring(colon + 1);
    try {
      return switch (kind) {
        case "order" -> Optional.of(new OfOrder(new OrderId(id)));
        case "merchant" -> Optional.of(new OfMerchant(new MerchantId(id)));
        case "courier" -> Optional.of(new OfCourier(new CourierId(id)));
        case "board" -> colon < 0 ? Optional.of(BOARD) : Optional.empty();
        case "alerts" -> colon < 0 ? Optional.of(ALERTS) : Optional.empty();
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
