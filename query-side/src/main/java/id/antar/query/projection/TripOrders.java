package id.antar.query.projection;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtDropoff;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtPickup;
import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentEvent.DropoffFailed;
import id.antar.api.assignment.AssignmentEvent.DropoffRecorded;
import id.antar.api.assignment.AssignmentEvent.OfferAccepted;
import id.antar.api.assignment.AssignmentEvent.OfferDeclined;
import id.antar.api.assignment.AssignmentEvent.OfferExpired;
import id.antar.api.assignment.AssignmentEvent.OrderWithdrawn;
import id.antar.api.assignment.AssignmentEvent.OrdersReleased;
import id.antar.api.assignment.AssignmentEvent.PickupRecorded;
import id.antar.api.assignment.AssignmentEvent.ReturnRecorded;
import id.antar.api.assignment.AssignmentEvent.ReturnRequested;
import id.antar.api.assignment.Stop;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderId;
import java.util.List;
import java.util.stream.Stream;

/// Which orders an assignment's event is about.
public final class TripOrders {

  private TripOrders() {}

  /// What tells of orders, for a fold with a row for each.
  public static final List<Class<?>> EVENTS = List.of(OrderEvent.class, AssignmentEvent.class);

  /// The rows that one of [#EVENTS] is about.
  public static List<String> keys(Object event) {
    return switch (event) {
      case OrderEvent e -> List.of(e.orderId().value());
      case AssignmentEvent e -> named(e).stream().map(OrderId::value).toList();
      default -> List.of();
    };
  }

  /// Those that the event itself names, each once, in their order.
  public static List<OrderId> named(AssignmentEvent event) {
    return switch (event) {
      case AssignmentOffered e -> e.stops().stream().map(Stop::orderId).distinct().toList();
      case OfferAccepted e -> e.orders();
      case OfferDeclined e -> e.orders();
      case OfferExpired e -> e.orders();
      case ArrivedAtPickup e -> List.of(e.orderId());
      case PickupRecorded e -> List.of(e.orderId());
      case ArrivedAtDropoff e -> List.of(e.orderId());
      case DropoffRecorded e -> List.of(e.orderId());
      case DropoffFailed e -> List.of(e.orderId());
      case ReturnRequested e -> List.of(e.orderId());
      case ReturnRecorded e -> List.of(e.orderId());
      case OrderWithdrawn e -> List.of(e.orderId());
      case OrdersReleased e -> e.orders();
      case AssignmentAmended e ->
          Stream.concat(e.stops().stream().map(Stop::orderId), e.removed().stream())
              .distinct()
              .toList();
      case AssignmentAbandoned e ->
          Stream.concat(e.released().stream(), e.stranded().stream()).toList();
      case AssignmentEnded _ -> List.of();
    };
  }
}
