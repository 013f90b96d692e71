package id.antar.query.order;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderId;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import id.antar.query.projection.TripOrders;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class OrderFold implements Fold<OrderRow> {

  @Override
  public String name() {
    return "order";
  }

  @Override
  public Class<OrderRow> stateType() {
    return OrderRow.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return TripOrders.EVENTS;
  }

  @Override
  public Collection<String> keys(Object event) {
    return TripOrders.keys(event);
  }

  @Override
  public @Nullable OrderRow evolve(String key, @Nullable OrderRow before, Recorded recorded) {
    return switch (recorded.event()) {
      case OrderEvent e -> OrderRow.evolve(before, e);
      case AssignmentEvent e -> OrderRow.evolve(before, new OrderId(key), e);
      default -> before;
    };
  }

  @Override
  public Object view(OrderRow state) {
    return state.view();
  }
}
