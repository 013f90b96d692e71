package id.antar.query.board;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.board.BoardAnswer.Change;
import id.antar.api.board.BoardAnswer.Changed;
import id.antar.api.board.BoardQuery.ListBoardChanges;
import id.antar.api.board.BoardView;
import id.antar.api.board.BoardView.BoardCourier;
import id.antar.api.board.BoardView.BoardOffer;
import id.antar.api.board.BoardView.BoardOrder;
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// A board as a console keeps it while it plays: a first one, and then what changes.
record Playback(
    Map<String, BoardOrder> orders,
    Map<String, BoardCourier> couriers,
    Map<String, BoardOffer> offers) {

  static Playback of(BoardView board) {
    var playback = new Playback(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    board.orders().forEach(it -> playback.orders.put(it.orderId().value(), it));
    board.couriers().forEach(it -> playback.couriers.put(it.courierId().value(), unseen(it)));
    board.offers().forEach(it -> playback.offers.put(it.assignmentId().value(), it));
    return playback;
  }

  private static BoardCourier unseen(BoardCourier it) {
    return new BoardCourier(
        it.courierId(),
        it.vehicle(),
        it.capacity(),
        it.duty(),
        it.since(),
        it.dutySince(),
        it.endsBy(),
        it.offerId(),
        it.tripId(),
        it.stops(),
        it.cashLimitReached(),
        null);
  }

  static Playback play(Boards boards, BoardView from, BoardView to, Instant now) {
    Playback playback = of(from);
    long position = from.position();
    while (position < to.position()) {
      var page = (Changed) boards.changes(new ListBoardChanges(position, 100, now));
      page.changes().stream()
          .filter(change -> change.position() <= to.position())
          .forEach(playback::put);
      position = page.position();
    }
    return playback;
  }

  private void put(Change change) {
    change.orders().forEach(it -> orders.put(it.orderId().value(), it));
    change.couriers().forEach(it -> couriers.put(it.courierId().value(), it));
    change.offers().forEach(it -> offers.put(it.assignmentId().value(), it));
    change.ordersGone().stream().map(OrderId::value).forEach(orders::remove);
    change.couriersGone().stream().map(CourierId::value).forEach(couriers::remove);
    change.offersGone().stream().map(AssignmentId::value).forEach(offers::remove);
  }
}
