package id.antar.command.payment;

import id.antar.api.payment.PaymentId;
import id.antar.command.payment.PaymentGateway.ChargeState.Captured;
import id.antar.command.payment.PaymentGateway.ChargeState.Unknown;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// Captures at once, unless told otherwise, and knows no charge that is to be called off.
public final class SandboxBank implements PaymentGateway {

  private final List<Charge> charged = new CopyOnWriteArrayList<>();
  private final List<Charge> looked = new CopyOnWriteArrayList<>();
  private final List<Charge> voided = new CopyOnWriteArrayList<>();
  private final Map<PaymentId, Supplier<CompletableFuture<ChargeState>>> told =
      new ConcurrentHashMap<>();

  public void tell(PaymentId paymentId, Supplier<CompletableFuture<ChargeState>> answer) {
    told.put(paymentId, answer);
  }

  public void tell(PaymentId paymentId, ChargeState answer) {
    tell(paymentId, () -> CompletableFuture.completedFuture(answer));
  }

  /// What was asked to be charged.
  public List<Charge> charged() {
    return List.copyOf(charged);
  }

  public List<Charge> looked() {
    return List.copyOf(looked);
  }

  /// What was asked to be called off.
  public List<Charge> voided() {
    return List.copyOf(voided);
  }

  @Override
  public CompletableFuture<ChargeState> charge(Charge charge) {
    charged.add(charge);
    return answer(charge);
  }

  @Override
  public CompletableFuture<ChargeState> look(Charge charge) {
    looked.add(charge);
    return answer(charge);
  }

  @Override
  public CompletableFuture<ChargeState> capture(Charge charge) {
    return CompletableFuture.completedFuture(
        new Captured(charge.amount(), "tx-" + charge.chargeId()));
  }

  @Override
  public CompletableFuture<ChargeState> voidCharge(Charge charge) {
    voided.add(charge);
    return CompletableFuture.completedFuture(new Unknown());
  }

  @Override
  public CompletableFuture<RefundState> refund(Refund refund) {
    return CompletableFuture.completedFuture(new RefundState.Refunded("re-" + refund.refundId()));
  }

  private CompletableFuture<ChargeState> answer(Charge charge) {
    return told.getOrDefault(
            charge.chargeId().paymentId(),
            () ->
                CompletableFuture.completedFuture(
                    new Captured(charge.amount(), "tx-" + charge.chargeId())))
        .get();
  }
}
