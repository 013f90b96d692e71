package id.antar.query.courier;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.courier.CourierEvent;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class CourierFold implements Fold<CourierRow> {

  @Override
  public String name() {
    return "courier";
  }

  @Override
  public Class<CourierRow> stateType() {
    return CourierRow.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(CourierEvent.class, AssignmentEvent.class);
  }

  @Override
  public Collection<String> keys(Object event) {
    return switch (event) {
      case CourierEvent e -> List.of(e.courierId().value());
      case AssignmentEvent e -> List.of(e.courierId().value());
      default -> List.of();
    };
  }

  @Override
  public @Nullable CourierRow evolve(String key, @Nullable CourierRow before, Recorded recorded) {
    return switch (recorded.event()) {
      case CourierEvent e -> CourierRow.evolve(before, e);
      case AssignmentEvent e -> CourierRow.evolve(before, e);
      default -> before;
    };
  }

  @Override
  public Object view(CourierRow state) {
    return state.view();
  }
}
