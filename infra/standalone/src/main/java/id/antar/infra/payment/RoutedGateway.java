package id.antar.infra.payment;

import id.antar.api.payment.PaymentMethod;
import id.antar.command.payment.PaymentGateway;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/// Each method by its own provider.
final class RoutedGateway implements PaymentGateway {
  private final Map<PaymentMethod, PaymentGateway> gateways;

  RoutedGateway(Map<PaymentMethod, PaymentGateway> gateways) {
    this.gateways = Map.copyOf(gateways);
  }

  private PaymentGateway of(Charge charge) {
    return Objects.requireNonNull(
        gateways.get(charge.choice().method()), "Nobody charges " + charge.choice().method());
  }

  @Override
  public CompletableFuture<ChargeState> charge(Charge charge) {
    return of(charge).charge(charge);
  }

  @Override
  public CompletableFuture<ChargeState> look(Charge charge) {
    return of(charge).look(charge);
  }

  @Override
  public CompletableFuture<ChargeState> capture(Charge charge) {
    return of(charge).capture(charge);
  }

  @Override
  public CompletableFuture<ChargeState> voidCharge(Charge charge) {
    return of(charge).voidCharge(charge);
  }

  @Override
  public CompletableFuture<RefundState> refund(Refund refund) {
    return of(refund.charge()).refund(refund);
  }
}
