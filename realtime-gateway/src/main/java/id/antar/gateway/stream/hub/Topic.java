package id.antar.gateway.stream.hub;

import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import java.util.Optional;

/// What can be subscribed to, written `order:4711`.
public sealed interface Topic {

  /// What is told about one order, to some or to others.
  sealed interface OfOneOrder extends Topic {
    OrderId orderId();
  }

  /// One order: its status, and while it is being carried its courier's position and its ETA.
  record OfOrder(OrderId orderId) implements OfOneOrder {
    @Override
    public String toString() {
      return "order:" + orderId;
    }
  }

  /// The same order as the holder of its tracking link hears of it. They call it by the same name.
  record OfRecipient(OrderId orderId) implements OfOneOrder {
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

  /// The positions of all couriers of a zone.
  record OfZone(ZoneId zoneId) implements Topic {
    @Override
    public String toString() {
      return "zone:" + zoneId;
    }
  }

  /// The positions of the couriers in a window of the map, named by its bounds as they were given.
  record OfViewport(String bounds) implements Topic {

    public OfViewport {
      var _ = Window.parse(bounds);
    }

    public Window window() {
      return Window.parse(bounds);
    }

    @Override
    public String toString() {
      return "viewport:" + bounds;
    }
  }

  /// The positions of the couriers in one H3 cell. Nobody asks for it by name: who watches a window
  /// listens to its cells.
  record OfCell(long cell) implements Topic {
    @Override
    public String toString() {
      return "cell:" + Long.toHexString(cell);
    }
  }

  /// What wants an operator's eye.
  record Alerts() implements Topic {
    @Override
    public String toString() {
      return "alerts";
    }
  }

  /// Who waits at the door hears how the order fares, and need not know who carries it.
  default boolean isForRecipient() {
    return this instanceof OfRecipient;
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
        case "zone" -> Optional.of(new OfZone(new ZoneId(id)));
        case "viewport" -> Optional.of(new OfViewport(id));
        case "board" -> colon < 0 ? Optional.of(BOARD) : Optional.empty();
        case "alerts" -> colon < 0 ? Optional.of(ALERTS) : Optional.empty();
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
