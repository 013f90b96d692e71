package id.antar.command.payment;

import id.antar.api.payment.PaymentId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// Charges at once, unless told otherwise.
public final class SandboxBank implements PaymentGateway {

  private final List<Transfer> asked = new CopyOnWriteArrayList<>();
  private final Map<PaymentId, Supplier<CompletableFuture<ChargeAnswer>>> told =
      new ConcurrentHashMap<>();

  public void tell(PaymentId paymentId, Supplier<CompletableFuture<ChargeAnswer>> answer) {
    told.put(paymentId, answer);
  }

  public List<Transfer> asked() {
    return List.copyOf(asked);
  }

  @Override
  public CompletableFuture<ChargeAnswer> charge(Charge charge) {
    asked.add(charge);
    return told.getOrDefault(
            charge.paymentId(),
            () -> CompletableFuture.completedFuture(new Charged("tx-" + charge.orderId())))
        .get();
  }

  @Override
  public CompletableFuture<Refunded> refund(Refund refund) {
    asked.add(refund);
    return CompletableFuture.completedFuture(new Refunded("re-" + refund.orderId()));
  }
}
