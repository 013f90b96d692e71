package id.antar.gateway.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.board.BoardAnswer.Change;
import id.antar.api.board.BoardAnswer.Changed;
import id.antar.api.board.BoardView.BoardOffer;
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.List;

/// What changed on the board, event by event.
///
/// @param position up to which it is told, to go on from
record ChangesShown(List<One> changes, long position) {

  static ChangesShown of(Changed changed, boolean whereabouts) {
    return new ChangesShown(
        changed.changes().stream().map(change -> One.of(change, whereabouts)).toList(),
        changed.position());
  }

  /// @param event what happened, by its name
  /// @param ordersGone orders that are over; likewise the others
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record One(
      long position,
      Instant recordedAt,
      String event,
      List<BoardShown.Order> orders,
      List<BoardShown.Courier> couriers,
      List<BoardOffer> offers,
      List<OrderId> ordersGone,
      List<CourierId> couriersGone,
      List<AssignmentId> offersGone) {

    static One of(Change change, boolean whereabouts) {
      return new One(
          change.position(),
          change.recordedAt(),
          change.event(),
          change.orders().stream().map(it -> BoardShown.Order.of(it, whereabouts)).toList(),
          change.couriers().stream().map(it -> BoardShown.Courier.of(it, whereabouts)).toList(),
          change.offers(),
          change.ordersGone(),
          change.couriersGone(),
          change.offersGone());
    }
  }
}
