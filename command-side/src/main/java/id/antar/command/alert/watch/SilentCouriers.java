package id.antar.command.alert.watch;

import id.antar.api.alert.AlertKind;
import id.antar.api.board.BoardView;
import id.antar.api.board.BoardView.BoardCourier;
import id.antar.api.board.BoardView.Seen;
import id.antar.api.courier.CourierDuty;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// For how long couriers at work have not been heard of. Who was not heard of before the watch
/// began, or before all positions were heard here, has from then on: it is not their fault if the
/// engine was down. While some positions may be missing it is not known.
final class SilentCouriers implements Rule.OnBoard {

  private @Nullable Instant began;

  @Override
  public Stream<Measure> measure(Look look, BoardView board) {
    Instant first = began == null || began.isAfter(look.now()) ? look.now() : began;
    began = first;
    return board.couriers().stream()
        .filter(courier -> courier.duty() == CourierDuty.ON_SHIFT || courier.tripId() != null)
        .map(courier -> measure(look, courier, first));
  }

  private static Measure measure(Look look, BoardCourier courier, Instant first) {
    Instant since = look.heardSince();
    Instant heard = Times.later(heard(courier), since == null ? first : Times.later(first, since));
    double silent = since == null ? Double.NaN : look.secondsSince(heard);
    return new Measure(AlertKind.COURIER_SILENT, courier.courierId().value(), silent, heard);
  }

  /// At the latest when they began to work.
  private static Instant heard(BoardCourier courier) {
    Seen seen = courier.seen() == null ? null : courier.seen().value();
    return seen == null ? courier.dutySince() : Times.later(courier.dutySince(), seen.at());
  }
}
