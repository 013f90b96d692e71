package id.antar.dispatch.lab.run;

import id.antar.api.assignment.AssignmentCommand.OfferAssignment;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.Stop;
import id.antar.api.order.OrderId;
import java.util.ArrayList;
import java.util.List;

/// A trip that was offered or is under way, with the stops that are left.
final class Ride {

  final AssignmentId id;
  final Rider rider;
  final List<Stop> stops;

  /// Nothing is left of it, or its courier has said no.
  boolean over;

  Ride(OfferAssignment offer, Rider rider) {
    this.id = offer.assignmentId();
    this.rider = rider;
    this.stops = new ArrayList<>(offer.stops());
  }

  List<OrderId> orders() {
    return stops.stream().map(Stop::orderId).distinct().toList();
  }

  void drop(OrderId orderId) {
    stops.removeIf(stop -> stop.orderId().equals(orderId));
  }

  void visited(Stop stop) {
    stops.remove(stop);
  }
}
