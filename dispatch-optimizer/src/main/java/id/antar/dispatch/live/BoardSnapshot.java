package id.antar.dispatch.live;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The board at one moment.
///
/// @param open orders that wait for a courier, by id
/// @param onDuty couriers on duty, whatever they do, by id
/// @param asked couriers who have something to answer, or whose trip is about to change
/// @param trips what couriers have accepted
/// @param orders all that have not ended
/// @param merchants where orders come from, the busiest first
record BoardSnapshot(
    List<BoardOrder> open,
    List<BoardCourier> onDuty,
    Set<CourierId> asked,
    Map<CourierId, BoardTrip> trips,
    Map<OrderId, BoardOrder> orders,
    List<Source> merchants) {

  /// @param weight how busy it is
  record Source(MerchantId merchantId, GeoPoint point, int weight) {}

  BoardSnapshot {
    open = List.copyOf(open);
    onDuty = List.copyOf(onDuty);
    asked = Set.copyOf(asked);
    trips = Map.copyOf(trips);
    orders = Map.copyOf(orders);
    merchants = List.copyOf(merchants);
  }

  boolean isOnDuty(CourierId courierId) {
    return onDuty.stream().anyMatch(courier -> courier.courierId().equals(courierId));
  }

  /// With nothing to answer and nothing to carry.
  List<BoardCourier> idle() {
    return onDuty.stream().filter(courier -> isIdle(courier.courierId())).toList();
  }

  private boolean isIdle(CourierId courierId) {
    return !asked.contains(courierId) && !trips.containsKey(courierId);
  }

  /// As if an operator had fixed the order to the courier.
  BoardSnapshot pinned(OrderId orderId, CourierId courierId) {
    var pinned = new HashMap<>(orders);
    var _ = pinned.computeIfPresent(orderId, (_, order) -> order.withPinnedTo(courierId));
    List<BoardOrder> fixed =
        open.stream().map(order -> pinned.getOrDefault(order.orderId(), order)).toList();
    return new BoardSnapshot(fixed, onDuty, asked, trips, pinned, merchants);
  }

  /// As if these were all.
  BoardSnapshot only(
      Predicate<BoardOrder> order, Predicate<BoardCourier> courier, Predicate<Source> merchant) {
    List<BoardCourier> there = onDuty.stream().filter(courier).toList();
    var theirs = new HashMap<>(trips);
    theirs.keySet().removeIf(id -> there.stream().noneMatch(c -> c.courierId().equals(id)));
    return new BoardSnapshot(
        open.stream().filter(order).toList(),
        there,
        asked,
        theirs,
        orders,
        merchants.stream().filter(merchant).toList());
  }
}
