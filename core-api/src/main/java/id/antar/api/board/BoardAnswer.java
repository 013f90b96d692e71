package id.antar.api.board;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.board.BoardView.BoardCourier;
import id.antar.api.board.BoardView.BoardOffer;
import id.antar.api.board.BoardView.BoardOrder;
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.List;

/// What a question about the board is answered with.
public sealed interface BoardAnswer {

  record Found(BoardView board) implements BoardAnswer {}

  /// @param position the last place in the log up to which `changes` say all
  record Changed(List<Change> changes, long position) implements BoardAnswer {
    public Changed {
      changes = List.copyOf(changes);
    }
  }

  /// What one event changed: the new state of what it concerns, or that it is over. Put into a
  /// board of the place before, it makes the board of this place; couriers are without positions.
  record Change(
      long position,
      Instant recordedAt,
      String event,
      List<BoardOrder> orders,
      List<BoardCourier> couriers,
      List<BoardOffer> offers,
      List<OrderId> ordersGone,
      List<CourierId> couriersGone,
      List<AssignmentId> offersGone) {
    public Change {
      orders = List.copyOf(orders);
      couriers = List.copyOf(couriers);
      offers = List.copyOf(offers);
      ordersGone = List.copyOf(ordersGone);
      couriersGone = List.copyOf(couriersGone);
      offersGone = List.copyOf(offersGone);
    }
  }

  /// The moment has not come yet.
  ///
  /// @param position the last one there is
  record NotYet(long position, Instant now) implements BoardAnswer {}

  /// The moment is before the first event.
  record BeforeTheLog(long firstPosition, Instant beganAt) implements BoardAnswer {}

  /// The time is before that at which the position was recorded.
  record NotTogether(long position, Instant recordedAt) implements BoardAnswer {}

  /// The log is still being read; the board is known up to `position`.
  record NotReady(long position, long head) implements BoardAnswer {}

  /// Nothing was recorded yet.
  record NothingYet() implements BoardAnswer {}
}
