package id.antar.command.alert.watch;

import id.antar.api.alert.AlertKind;
import id.antar.api.board.BoardView;
import id.antar.api.board.BoardView.BoardOrder;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How much later than first promised orders will be at their doors, or are.
final class LateOrders implements Rule.OnBoard {

  @Override
  public Stream<Measure> measure(Look look, BoardView board) {
    return board.orders().stream().map(order -> measure(look, order));
  }

  private static Measure measure(Look look, BoardOrder order) {
    String id = order.orderId().value();
    Instant promised = order.promisedFor();
    if (promised == null) {
      return Measure.unknown(AlertKind.LATE, id, look.now());
    }
    double late = Math.max(0, Times.seconds(promised, door(look, order)));
    return new Measure(AlertKind.LATE, id, late, look.now());
  }

  /// Nobody comes before now.
  private static Instant door(Look look, BoardOrder order) {
    @Nullable Instant live = look.foretold().get(order.orderId());
    @Nullable Instant door = live == null ? order.dropoffEta() : live;
    return door == null ? look.now() : Times.later(door, look.now());
  }
}
