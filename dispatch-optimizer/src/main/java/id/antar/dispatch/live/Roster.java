package id.antar.dispatch.live;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderId;
import id.antar.dispatch.fleet.FleetIndex;
import id.antar.dispatch.fleet.FleetIndex.Fix;
import id.antar.dispatch.live.BoardTrip.BoardStop;
import id.antar.dispatch.live.MeasureTravel.Measured;
import id.antar.dispatch.live.Standing.UnderWay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds out what each courier on duty is doing. Nobody is planned for who has something to answer,
/// whose place is not known, or whose trip cannot be timed; they and their orders stay as they are.
final class Roster {

  private final BoardSnapshot board;
  private final FleetIndex fleet;
  private final MeasureTravel travel;
  private final Estimates estimates;
  private final Duration fixMaxAge;

  Roster(
      BoardSnapshot board,
      FleetIndex fleet,
      MeasureTravel travel,
      Estimates estimates,
      Duration fixMaxAge) {
    this.board = board;
    this.fleet = fleet;
    this.travel = travel;
    this.estimates = estimates;
    this.fixMaxAge = fixMaxAge;
  }

  /// By courier id.
  List<Standing> standings() {
    List<Standing> there =
        board.onDuty().stream()
            .filter(courier -> !board.asked().contains(courier.courierId()))
            .flatMap(
                courier -> fleet.find(courier.courierId()).flatMap(f -> of(courier, f)).stream())
            .toList();
    Set<CourierId> known = there.stream().map(Standing::courierId).collect(Collectors.toSet());
    return there.stream()
        .map(standing ->
            standing.withLeaving(order -> belongsToAnother(order, standing.courierId(), known)))
        .toList();
  }

  private Optional<Standing> of(BoardCourier courier, Fix fix) {
    if (fix.isOlderThan(fixMaxAge, estimates.now())) {
      return Optional.empty();
    }
    BoardTrip trip = board.trips().get(courier.courierId());
    if (trip == null) {
      return Optional.of(new Standing(courier, fix, fix.point(), 0, null));
    }
    GeoPoint pickup = trip.heading();
    return pickup == null ? busy(courier, fix, trip) : underWay(courier, fix, trip, pickup);
  }

  /// The bundle is settled when the courier is with the merchant. Until then, its orders have to be
  /// known, and on no other trip.
  private Optional<Standing> underWay(
      BoardCourier courier, Fix fix, BoardTrip trip, GeoPoint pickup) {
    var orders = new ArrayList<BoardOrder>();
    for (OrderId orderId : trip.orders()) {
      BoardOrder order = board.orders().get(orderId);
      if (order == null
          || order.readyAt() == null
          || order.dropoff() == null
          || order.carried()
          || !trip.assignmentId().equals(order.heldBy())) {
        return Optional.empty();
      }
      orders.add(order);
    }
    int[] legs = legs(courier, fix, trip.stops());
    if (legs == null) {
      return Optional.empty();
    }
    int departed = estimates.seconds(trip.departedAt());
    var underWay = new UnderWay(trip, pickup, departed, legs[0], orders, List.of());
    return Optional.of(new Standing(courier, fix, fix.point(), 0, underWay));
  }

  /// As long as the courier whom an operator wants cannot be planned for, whoever has the order
  /// keeps it.
  private static boolean belongsToAnother(
      BoardOrder order, CourierId courierId, Set<CourierId> known) {
    CourierId pinned = order.pinnedTo();
    return pinned != null && !pinned.equals(courierId) && known.contains(pinned);
  }

  private Optional<Standing> busy(BoardCourier courier, Fix fix, BoardTrip trip) {
    int[] legs = legs(courier, fix, trip.stops());
    if (legs == null || legs.length == 0) {
      return Optional.empty();
    }
    int at = 0;
    GeoPoint here = fix.point();
    for (int i = 0; i < legs.length; i++) {
      BoardStop stop = trip.stops().get(i);
      GeoPoint point = pointOf(stop);
      at = after(stop, at + legs[i], point.equals(here));
      here = point;
    }
    return Optional.of(new Standing(courier, fix, here, Math.max(1, at), null));
  }

  private int after(BoardStop stop, int arrival, boolean sameVisit) {
    return switch (stop.kind()) {
      case PICKUP -> {
        BoardOrder order = board.orders().get(stop.orderId());
        if (order == null || order.readyAt() == null) {
          yield arrival;
        }
        int start = Math.max(arrival, estimates.ready(order));
        yield sameVisit ? start : start + estimates.pickupService(order);
      }
      case DROPOFF, RETURN -> arrival + estimates.dropoffService(pointOf(stop));
    };
  }

  /// Seconds from where the courier was seen to the first stop, and from each stop to the next.
  private int @Nullable [] legs(BoardCourier courier, Fix fix, List<BoardStop> stops) {
    if (stops.stream().anyMatch(stop -> stop.point() == null)) {
      return null;
    }
    var from = new ArrayList<GeoPoint>(List.of(fix.point()));
    List<GeoPoint> to = stops.stream().map(Roster::pointOf).toList();
    from.addAll(to.subList(0, Math.max(0, to.size() - 1)));
    Measured measured = travel.measure(from, to, courier.vehicle());
    int[] legs = new int[to.size()];
    for (int i = 0; i < legs.length; i++) {
      legs[i] = measured.seconds(i, i);
      if (legs[i] == MeasureTravel.UNREACHABLE) {
        return null;
      }
    }
    return legs;
  }

  private static GeoPoint pointOf(BoardStop stop) {
    GeoPoint point = stop.point();
    if (point == null) {
      throw new IllegalStateException("Nobody knows where " + stop.orderId() + " is to go.");
    }
    return point;
  }
}
