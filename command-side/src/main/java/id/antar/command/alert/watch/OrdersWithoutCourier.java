package id.antar.command.alert.watch;

import id.antar.api.alert.AlertKind;
import id.antar.api.board.BoardView;
import id.antar.api.board.BoardView.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/// For how long orders have waited for a courier who should be on the way.
final class OrdersWithoutCourier implements Rule.OnBoard {

  /// So long before an order is ready nobody has to be on the way.
  private static final Duration LEAD = Duration.ofMinutes(5);

  @Override
  public Stream<Measure> measure(Look look, BoardView board) {
    return board.queue().stream().map(waiting -> measure(look, waiting));
  }

  private static Measure measure(Look look, Waiting waiting) {
    Instant since = since(waiting);
    return new Measure(
        AlertKind.NO_COURIER, waiting.orderId().value(), look.secondsSince(since), since);
  }

  private static Instant since(Waiting waiting) {
    Instant ready = waiting.readyAt();
    return ready == null ? waiting.since() : Times.later(waiting.since(), ready.minus(LEAD));
  }
}
