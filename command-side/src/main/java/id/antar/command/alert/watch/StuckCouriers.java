package id.antar.command.alert.watch;

import id.antar.api.alert.AlertKind;
import id.antar.api.assignment.Stop;
import id.antar.api.board.BoardView;
import id.antar.api.board.BoardView.BoardCourier;
import id.antar.api.board.BoardView.BoardOrder;
import id.antar.api.board.BoardView.BoardStop;
import id.antar.api.board.BoardView.Seen;
import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// For how long couriers on a trip have stood still, as far as they were heard of, where none of
/// their stops is.
final class StuckCouriers implements Rule.OnBoard {

  /// So near a stop somebody is at it.
  private static final double AT_STOP_METRES = 100;

  private record Anchor(GeoPoint point, Instant since) {}

  private final double metres;
  private Map<CourierId, Anchor> anchors = Map.of();

  /// @param metres who was further away has moved
  StuckCouriers(double metres) {
    this.metres = metres;
  }

  @Override
  public Stream<Measure> measure(Look look, BoardView board) {
    Map<OrderId, BoardOrder> orders =
        board.orders().stream().collect(Collectors.toMap(BoardOrder::orderId, Function.identity()));
    var next = new HashMap<CourierId, Anchor>();
    var riding = board.couriers().stream().filter(courier -> courier.tripId() != null).toList();
    for (BoardCourier courier : riding) {
      Anchor anchor = anchor(look, courier, orders);
      if (anchor != null) {
        next.put(courier.courierId(), anchor);
      }
    }
    anchors = next;
    return riding.stream().map(courier -> measure(look, courier));
  }

  private Measure measure(Look look, BoardCourier courier) {
    String id = courier.courierId().value();
    Anchor anchor = anchors.get(courier.courierId());
    Seen seen = seen(courier);
    if (anchor == null || seen == null) {
      return Measure.unknown(AlertKind.STUCK, id, look.now());
    }
    double still = Math.max(0, Times.seconds(anchor.since(), seen.at()));
    return new Measure(AlertKind.STUCK, id, still, anchor.since());
  }

  /// Where the courier has been since when.
  private @Nullable Anchor anchor(
      Look look, BoardCourier courier, Map<OrderId, BoardOrder> orders) {
    Anchor before = anchors.get(courier.courierId());
    Seen seen = seen(courier);
    if (seen == null) {
      return before;
    }
    boolean moved = before == null || before.point().metresTo(seen.point()) > metres;
    boolean clockWentBack = before != null && before.since().isAfter(look.now());
    return moved || clockWentBack || isAtStop(seen.point(), courier, orders)
        ? new Anchor(seen.point(), seen.at())
        : before;
  }

  private static @Nullable Seen seen(BoardCourier courier) {
    return courier.seen() == null ? null : courier.seen().value();
  }

  private static boolean isAtStop(
      GeoPoint here, BoardCourier courier, Map<OrderId, BoardOrder> orders) {
    return courier.stops().stream()
        .anyMatch(stop -> stop.arrivedAt() != null || isNear(here, stop, orders));
  }

  private static boolean isNear(GeoPoint here, BoardStop stop, Map<OrderId, BoardOrder> orders) {
    BoardOrder order = orders.get(stop.orderId());
    GeoPoint place = order == null ? null : place(stop.kind(), order);
    return place != null && place.metresTo(here) <= AT_STOP_METRES;
  }

  private static @Nullable GeoPoint place(Stop.Kind kind, BoardOrder order) {
    return switch (kind) {
      case PICKUP -> order.handover() == null ? order.pickup() : order.handover().value();
      case DROPOFF -> order.dropoff().value();
      case RETURN -> order.pickup();
    };
  }
}
