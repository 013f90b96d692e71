package id.antar.api.payment;

import id.antar.api.customer.CustomerId;
import id.antar.api.message.Query;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One payment, for reading.
public record PaymentView(
    PaymentId paymentId,
    OrderId orderId,
    CustomerId customerId,
    Money amount,
    PaymentMethod method,
    PaymentStatus status,
    @Nullable String transactionId,
    @Nullable String reason,
    Instant requestedAt,
    Instant changedAt) {

  public record GetPayment(PaymentId paymentId) implements Query<PaymentView> {
    @Override
    public Class<PaymentView> answer() {
      return PaymentView.class;
    }
  }
}
