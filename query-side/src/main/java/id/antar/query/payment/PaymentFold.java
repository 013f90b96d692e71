package id.antar.query.payment;

import id.antar.api.payment.PaymentEvent;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class PaymentFold implements Fold<PaymentRow> {

  @Override
  public String name() {
    return "payment";
  }

  @Override
  public Class<PaymentRow> stateType() {
    return PaymentRow.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(PaymentEvent.class);
  }

  @Override
  public Collection<String> keys(Object event) {
    return List.of(((PaymentEvent) event).paymentId().value());
  }

  @Override
  public PaymentRow evolve(String key, @Nullable PaymentRow before, Recorded recorded) {
    return PaymentRow.evolve(before, (PaymentEvent) recorded.event());
  }

  @Override
  public Object view(PaymentRow state) {
    return state.view();
  }
}
