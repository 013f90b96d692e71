package id.antar.query.customer;

import id.antar.api.customer.CustomerEvent;
import id.antar.api.customer.CustomerEvent.ContactRevised;
import id.antar.api.customer.CustomerEvent.CustomerRegistered;
import id.antar.api.customer.CustomerView;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class CustomerFold implements Fold<CustomerView> {

  @Override
  public String name() {
    return "customer";
  }

  @Override
  public Class<CustomerView> stateType() {
    return CustomerView.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(CustomerEvent.class);
  }

  @Override
  public Collection<String> keys(Object event) {
    return List.of(((CustomerEvent) event).customerId().value());
  }

  @Override
  public CustomerView evolve(String key, @Nullable CustomerView before, Recorded recorded) {
    return evolve(before, (CustomerEvent) recorded.event());
  }

  @Override
  public Object view(CustomerView state) {
    return state;
  }

  static CustomerView evolve(@Nullable CustomerView view, CustomerEvent event) {
    return switch (event) {
      case CustomerRegistered e ->
          new CustomerView(e.customerId(), e.contact(), e.occurredAt(), e.occurredAt());
      case ContactRevised e -> {
        if (view == null) {
          throw new IllegalStateException(
              "Customer "
                  + e.customerId()
                  + " is not known here. Maybe its first event is parked.");
        }
        yield new CustomerView(e.customerId(), e.contact(), view.registeredAt(), e.occurredAt());
      }
    };
  }
}
