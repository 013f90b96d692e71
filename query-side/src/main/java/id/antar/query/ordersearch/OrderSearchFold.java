package id.antar.query.ordersearch;

import id.antar.api.order.OrderEvent;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class OrderSearchFold implements Fold<OrderDocument> {

  @Override
  public String name() {
    return "ordersearch";
  }

  @Override
  public Class<OrderDocument> stateType() {
    return OrderDocument.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(OrderEvent.class);
  }

  @Override
  public Collection<String> keys(Object event) {
    return List.of(((OrderEvent) event).orderId().value());
  }

  @Override
  public @Nullable OrderDocument evolve(
      String key, @Nullable OrderDocument before, Recorded recorded) {
    return OrderDocument.evolve(before, (OrderEvent) recorded.event());
  }

  @Override
  public Object view(OrderDocument state) {
    return state;
  }
}
