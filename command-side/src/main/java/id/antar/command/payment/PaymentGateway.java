package id.antar.command.payment;

import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentId;
import java.util.concurrent.CompletableFuture;

/// Whoever moves the money. Must be idempotent by payment: asked again, also after a restart, for a
/// charge or a refund that was done or is under way, it answers as it did or will, and the money
/// moves once.
///
/// Neither method blocks; how many requests are under way at once is the gateway's to limit. A
/// future that fails means "not known", never "no": the engine asks again later.
public interface PaymentGateway {

  CompletableFuture<ChargeAnswer> charge(Charge charge);

  CompletableFuture<Refunded> refund(Refund refund);

  /// Money on its way, one direction or the other.
  sealed interface Transfer {
    PaymentId paymentId();
  }

  record Charge(PaymentId paymentId, OrderId orderId, Money amount, PaymentChoice choice)
      implements Transfer {}

  /// @param transactionId the charge that is given back, in full
  record Refund(PaymentId paymentId, OrderId orderId, Money amount, String transactionId)
      implements Transfer {}

  sealed interface ChargeAnswer {}

  record Charged(String transactionId) implements ChargeAnswer {}

  /// Final: the customer's bank has said no.
  record Declined(String reason) implements ChargeAnswer {}

  /// @param transactionId the refund's own
  record Refunded(String transactionId) {}
}
