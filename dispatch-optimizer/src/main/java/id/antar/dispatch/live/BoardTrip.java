package id.antar.dispatch.live;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// An assignment that is offered or under way, with the stops that are still to be visited.
///
/// @param departedAt when it was accepted, or last amended
/// @param lastSign when its courier last did anything about it
/// @param arrived the courier has been at a pickup
/// @param takenOff orders that were in it and were taken off
record BoardTrip(
    AssignmentId assignmentId,
    CourierId courierId,
    boolean accepted,
    Instant departedAt,
    Instant lastSign,
    boolean arrived,
    List<BoardStop> stops,
    Set<OrderId> takenOff) {

  /// @param point absent when the order is not known
  /// @param merchantPlace where it would be brought back to
  record BoardStop(
      Stop.Kind kind,
      OrderId orderId,
      @Nullable GeoPoint point,
      @Nullable GeoPoint merchantPlace) {}

  BoardTrip {
    stops = List.copyOf(stops);
    takenOff = Set.copyOf(takenOff);
  }

  static BoardTrip offered(
      AssignmentId assignmentId, CourierId courierId, Instant at, List<BoardStop> stops) {
    return new BoardTrip(assignmentId, courierId, false, at, at, false, stops, Set.of());
  }

  BoardTrip asAccepted(Instant at) {
    return new BoardTrip(assignmentId, courierId, true, at, at, arrived, stops, takenOff);
  }

  BoardTrip asArrived() {
    return new BoardTrip(
        assignmentId, courierId, accepted, departedAt, lastSign, true, stops, takenOff);
  }

  BoardTrip withSign(Instant at) {
    Instant last = at.isAfter(lastSign) ? at : lastSign;
    return new BoardTrip(
        assignmentId, courierId, accepted, departedAt, last, arrived, stops, takenOff);
  }

  /// The rest of the trip is another one.
  BoardTrip amended(Instant at, List<BoardStop> rest, List<OrderId> removed) {
    var off = new HashSet<>(takenOff);
    off.addAll(removed);
    return new BoardTrip(assignmentId, courierId, accepted, at, lastSign, arrived, rest, off);
  }

  /// The one place that its courier is on the way to with nothing in hand, absent otherwise.
  @Nullable GeoPoint heading() {
    List<BoardStop> pickups =
        stops.stream().filter(stop -> stop.kind() == Stop.Kind.PICKUP).toList();
    boolean emptyHanded =
        stops.stream()
            .allMatch(s -> pickups.stream().anyMatch(p -> p.orderId().equals(s.orderId())));
    if (!accepted || arrived || pickups.isEmpty() || !emptyHanded) {
      return null;
    }
    GeoPoint place = pickups.getFirst().point();
    return pickups.stream().allMatch(p -> Objects.equals(p.point(), place)) ? place : null;
  }

  /// Its orders in the sequence of their last stops.
  List<OrderId> orders() {
    return stops.stream()
        .filter(stop -> stop.kind() != Stop.Kind.PICKUP)
        .map(BoardStop::orderId)
        .toList();
  }

  /// The stop has been visited.
  BoardTrip without(Stop.Kind kind, OrderId orderId) {
    return filtered(stop -> stop.kind() != kind || !stop.orderId().equals(orderId));
  }

  BoardTrip without(OrderId orderId) {
    return filtered(stop -> !stop.orderId().equals(orderId));
  }

  /// A stop at the merchant's takes the drop-off's place, at the end.
  BoardTrip returning(OrderId orderId) {
    var rest = new ArrayList<>(without(orderId).stops());
    stops.stream()
        .filter(stop -> stop.orderId().equals(orderId))
        .findFirst()
        .map(stop ->
            new BoardStop(Stop.Kind.RETURN, orderId, stop.merchantPlace(), stop.merchantPlace()))
        .ifPresent(rest::add);
    return with(rest);
  }

  boolean isEmpty() {
    return stops.isEmpty();
  }

  private BoardTrip filtered(Predicate<BoardStop> wanted) {
    return with(stops.stream().filter(wanted).toList());
  }

  private BoardTrip with(List<BoardStop> rest) {
    return new BoardTrip(
        assignmentId, courierId, accepted, departedAt, lastSign, arrived, rest, takenOff);
  }
}
