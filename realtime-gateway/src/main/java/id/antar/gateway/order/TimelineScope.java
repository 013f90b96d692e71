package id.antar.gateway.order;

import id.antar.api.order.OrderEvent.OrderPinned;
import id.antar.api.order.OrderEvent.OrderUnpinned;
import id.antar.api.order.OrderQuery.OrderTimeline;
import id.antar.api.order.OrderQuery.OrderTimeline.Entry;
import id.antar.gateway.edge.request.Caller;
import java.util.Set;

/// An order's timeline as its reader may see it: why an operator pins an order to whom is the
/// operators' own matter.
final class TimelineScope {

  private static final Set<String> OPERATORS_ONLY =
      Set.of(OrderPinned.class.getSimpleName(), OrderUnpinned.class.getSimpleName());

  private TimelineScope() {}

  static OrderTimeline of(OrderTimeline timeline, Caller caller) {
    return caller.isStaff()
        ? timeline
        : new OrderTimeline(
            timeline.orderId(),
            timeline.entries().stream().map(TimelineScope::withoutWords).toList());
  }

  private static Entry withoutWords(Entry entry) {
    return OPERATORS_ONLY.contains(entry.event())
        ? new Entry(entry.event(), entry.occurredAt(), entry.recordedAt(), entry.actor(), "")
        : entry;
  }
}
