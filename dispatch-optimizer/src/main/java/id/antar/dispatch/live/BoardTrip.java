package id.antar.dispatch.live;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// An assignment that is offered or under way, with the stops that are still to be visited.
record BoardTrip(
    AssignmentId assignmentId, CourierId courierId, boolean accepted, List<BoardStop> stops) {

  /// @param point absent when the order is not known
  /// @param merchantPlace where it would be brought back to
  record BoardStop(
      Stop.Kind kind,
      OrderId orderId,
      @Nullable GeoPoint point,
      @Nullable GeoPoint merchantPlace) {}

  BoardTrip {
    stops = List.copyOf(stops);
  }

  BoardTrip asAccepted() {
    return new BoardTrip(assignmentId, courierId, true, stops);
  }

  /// The rest of the trip is another one.
  BoardTrip with(List<BoardStop> rest) {
    return new BoardTrip(assignmentId, courierId, accepted, rest);
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
    return new BoardTrip(assignmentId, courierId, accepted, rest);
  }

  boolean isEmpty() {
    return stops.isEmpty();
  }

  private BoardTrip filtered(Predicate<BoardStop> wanted) {
    return new BoardTrip(assignmentId, courierId, accepted, stops.stream().filter(wanted).toList());
  }
}
