package id.antar.gateway.stream.fact;

import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderId;
import id.antar.gateway.stream.fact.StoredFacts.StoredFact;
import java.util.List;
import java.util.function.LongPredicate;

/// An order as it was, by the event store.
final class OrderPast {

  private final StoredFacts store;

  OrderPast(StoredFacts store) {
    this.store = store;
  }

  /// As it was before what stands at that index.
  OrderNow before(OrderId id, long index) {
    return fold(id, store.ofOrder(id), other -> other < index);
  }

  static OrderNow fold(OrderId id, List<StoredFact<OrderEvent>> events, LongPredicate counts) {
    OrderNow now = OrderNow.unknown(id);
    for (StoredFact<OrderEvent> fact : events) {
      if (counts.test(fact.index())) {
        now = now.after(fact.event());
      }
    }
    return now;
  }
}
