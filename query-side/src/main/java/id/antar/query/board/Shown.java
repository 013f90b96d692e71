package id.antar.query.board;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.board.BoardAnswer.Change;
import id.antar.api.board.BoardView.BoardCourier;
import id.antar.api.board.BoardView.BoardOffer;
import id.antar.api.board.BoardView.BoardOrder;
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import id.antar.query.board.Board.Contents;
import id.antar.query.board.BoardLog.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a board shows of each thing, to be compared with what another one shows.
record Shown(
    Map<OrderId, BoardOrder> orders,
    Map<CourierId, BoardCourier> couriers,
    Map<AssignmentId, BoardOffer> offers) {

  static Shown of(Contents contents) {
    var picture = new Picture(contents);
    var shown = new Shown(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    contents.orders().forEach(it -> shown.orders.put(it.placement().orderId(), picture.order(it)));
    contents
        .couriers()
        .forEach(it -> shown.couriers.put(it.courierId(), picture.courier(it, null)));
    contents.trips().stream()
        .filter(trip -> !trip.accepted())
        .forEach(trip -> shown.offers.put(trip.assignmentId(), Picture.offer(trip)));
    return shown;
  }

  Change since(Shown before, Entry entry) {
    return new Change(
        entry.position(),
        entry.recordedAt(),
        entry.event().getClass().getSimpleName(),
        changed(before.orders, orders),
        changed(before.couriers, couriers),
        changed(before.offers, offers),
        gone(before.orders, orders),
        gone(before.couriers, couriers),
        gone(before.offers, offers));
  }

  private static <K, V> List<V> changed(Map<K, V> before, Map<K, V> after) {
    return after.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static <K, V> List<K> gone(Map<K, V> before, Map<K, V> after) {
    return before.keySet().stream().filter(key -> !after.containsKey(key)).toList();
  }
}
