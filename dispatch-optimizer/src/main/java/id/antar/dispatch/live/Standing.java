package id.antar.dispatch.live;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderId;
import id.antar.dispatch.fleet.FleetIndex.Fix;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a courier is doing. Times are seconds from a round's `now`.
///
/// @param place where the courier is, or will be when free
/// @param free when that is; 0 is now
/// @param underWay the trip whose bundle can still be changed
record Standing(
    BoardCourier courier, Fix fix, GeoPoint place, int free, @Nullable UnderWay underWay) {

  /// @param pickup where the courier is on the way to
  /// @param orders the bundle, in the sequence of its drop-offs
  /// @param leaving those of its orders that another courier has to carry
  record UnderWay(
      BoardTrip trip,
      GeoPoint pickup,
      int departed,
      int arrival,
      List<BoardOrder> orders,
      List<OrderId> leaving) {
    UnderWay {
      orders = List.copyOf(orders);
      leaving = List.copyOf(leaving);
    }

    UnderWay withLeaving(List<OrderId> others) {
      return new UnderWay(trip, pickup, departed, arrival, orders, others);
    }

    List<BoardOrder> staying() {
      return orders.stream().filter(order -> !leaving.contains(order.orderId())).toList();
    }
  }

  /// @param leaves which of the orders under way another courier has to carry
  Standing withLeaving(Predicate<BoardOrder> leaves) {
    if (underWay == null) {
      return this;
    }
    List<OrderId> leaving =
        underWay.orders().stream().filter(leaves).map(BoardOrder::orderId).toList();
    return new Standing(courier, fix, place, free, underWay.withLeaving(leaving));
  }

  CourierId courierId() {
    return courier.courierId();
  }

  boolean isIdle() {
    return free == 0 && underWay == null;
  }

  /// Where the courier's next stop can be decided on.
  boolean isNear() {
    return free == 0;
  }

  boolean headsFor(GeoPoint point) {
    return underWay != null && underWay.pickup().equals(point);
  }
}
