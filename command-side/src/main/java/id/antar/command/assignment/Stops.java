package id.antar.command.assignment;

import id.antar.api.assignment.Stop;
import id.antar.api.assignment.Stop.Kind;
import id.antar.api.order.OrderId;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Whether somebody can ride a list of stops: each order is picked up once and, later, dropped off
/// once; what is in hand already is dropped off, or brought back, and not forgotten.
final class Stops {

  private Stops() {}

  /// @param legs how far the orders of the trip are, none before it is offered
  static Optional<String> findFault(List<Stop> stops, Map<OrderId, Leg> legs) {
    var due = new LinkedHashMap<OrderId, Queue<Kind>>();
    legs.forEach((orderId, leg) -> {
      if (leg.isInHand()) {
        due.put(orderId, kindsDue(leg));
      }
    });
    for (Stop stop : stops) {
      var next = due.computeIfAbsent(stop.orderId(), id -> kindsDue(legs.get(id)));
      if (next.poll() != stop.kind()) {
        return Optional.of(
            "the " + stop.kind() + " of order " + stop.orderId() + " is out of place");
      }
    }
    due.values().removeIf(Queue::isEmpty);
    return due.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "nowhere to drop off " + due.keySet().stream().map(OrderId::value).sorted().toList());
  }

  private static Queue<Kind> kindsDue(@Nullable Leg leg) {
    List<Kind> kinds =
        switch (leg) {
          case null -> List.of(Kind.PICKUP, Kind.DROPOFF);
          case TO_PICK_UP, AT_PICKUP, WITHDRAWN, RELEASED -> List.of(Kind.PICKUP, Kind.DROPOFF);
          case CARRIED, AT_DOOR -> List.of(Kind.DROPOFF);
          case TO_RETURN -> List.of(Kind.RETURN);
          case DROPPED_OFF, RETURNED, STRANDED -> List.of();
        };
    return new ArrayDeque<>(kinds);
  }
}
