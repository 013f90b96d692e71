package id.antar.gateway.order;

import static java.util.stream.Collectors.toUnmodifiableSet;

import id.antar.api.account.Permission;
import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentEvent.OfferDeclined;
import id.antar.api.assignment.AssignmentEvent.OfferExpired;
import id.antar.api.assignment.AssignmentEvent.OrderWithdrawn;
import id.antar.api.assignment.AssignmentEvent.OrdersReleased;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.api.order.OrderEvent.OrderPinned;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderEvent.OrderUnpinned;
import id.antar.api.order.OrderQuery.OrderTimeline;
import id.antar.api.order.OrderQuery.OrderTimeline.Entry;
import id.antar.gateway.edge.request.Caller;
import java.util.Set;
import java.util.stream.Stream;

/// An order's timeline as its reader may see it. To whom an operator pins an order, who was asked
/// in vain, and why a courier does not go on, are the operators' own matter.
final class TimelineScope {

  private static final Set<String> OPERATORS_ONLY =
      Stream.of(
              OrderPinned.class,
              OrderUnpinned.class,
              CourierUnassigned.class,
              OrderStranded.class,
              AssignmentOffered.class,
              OfferDeclined.class,
              OfferExpired.class,
              OrderWithdrawn.class,
              OrdersReleased.class,
              AssignmentAmended.class,
              AssignmentAbandoned.class)
          .map(Class::getSimpleName)
          .collect(toUnmodifiableSet());

  private TimelineScope() {}

  static OrderTimeline of(OrderTimeline timeline, Caller caller) {
    return caller.may(Permission.ORDERS_READ_ANY)
        ? timeline
        : new OrderTimeline(
            timeline.orderId(),
            timeline.entries().stream().map(TimelineScope::withoutWords).toList());
  }

  private static Entry withoutWords(Entry entry) {
    return OPERATORS_ONLY.contains(entry.event())
        ? new Entry(entry.event(), entry.occurredAt(), entry.recordedAt(), roleOf(entry), "")
        : entry;
  }

  private static String roleOf(Entry entry) {
    int colon = entry.actor().indexOf(':');
    return colon < 0 ? entry.actor() : entry.actor().substring(0, colon);
  }
}
