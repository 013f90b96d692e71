package id.antar.query.payment;

import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.PaymentCancelled;
import id.antar.api.payment.PaymentEvent.PaymentCompleted;
import id.antar.api.payment.PaymentEvent.PaymentFailed;
import id.antar.api.payment.PaymentEvent.PaymentRefunded;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.api.payment.PaymentStatus;
import id.antar.api.payment.PaymentView;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class PaymentFold implements Fold<PaymentView> {

  @Override
  public String name() {
    return "payment";
  }

  @Override
  public Class<PaymentView> stateType() {
    return PaymentView.class;
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
  public PaymentView evolve(String key, @Nullable PaymentView before, Recorded recorded) {
    return evolve(before, (PaymentEvent) recorded.event());
  }

  @Override
  public Object view(PaymentView state) {
    return state;
  }

  static PaymentView evolve(@Nullable PaymentView view, PaymentEvent event) {
    if (event instanceof PaymentRequested e) {
      return new PaymentView(
          e.paymentId(),
          e.orderId(),
          e.customerId(),
          e.amount(),
          e.choice().method(),
          PaymentStatus.PENDING,
          null,
          null,
          e.occurredAt(),
          e.occurredAt());
    }
    if (view == null) {
      throw new IllegalStateException(
          "Payment " + event.paymentId() + " is not known here. Maybe its first event is parked.");
    }
    return switch (event) {
      case PaymentRequested _ -> view;
      case PaymentCompleted e ->
          with(view, e, PaymentStatus.COMPLETED, e.transactionId(), view.reason());
      case PaymentFailed e -> with(view, e, PaymentStatus.FAILED, view.transactionId(), e.reason());
      case PaymentCancelled e ->
          with(view, e, PaymentStatus.CANCELLED, view.transactionId(), e.reason());
      case RefundRequested e ->
          with(view, e, PaymentStatus.REFUND_PENDING, e.transactionId(), e.reason());
      case PaymentRefunded e ->
          with(view, e, PaymentStatus.REFUNDED, e.transactionId(), view.reason());
    };
  }

  private static PaymentView with(
      PaymentView view,
      PaymentEvent event,
      PaymentStatus status,
      @Nullable String transactionId,
      @Nullable String reason) {
    return new PaymentView(
        view.paymentId(),
        view.orderId(),
        view.customerId(),
        view.amount(),
        view.method(),
        status,
        transactionId,
        reason,
        view.requestedAt(),
        event.occurredAt());
  }
}
