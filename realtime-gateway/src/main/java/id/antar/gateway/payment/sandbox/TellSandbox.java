package id.antar.gateway.payment.sandbox;

import id.antar.api.payment.ChargeId;
import reactor.core.publisher.Mono;

/// Tells the payment sandbox what a customer or a bank does. Only in development.
public interface TellSandbox {

  /// Completes empty if the sandbox has no such charge, or is not who moves the money.
  Mono<Told> tell(ChargeId charge, Outcome outcome);

  /// What becomes of the charge.
  enum Outcome {
    PENDING,
    AUTHORISED,
    CAPTURED,
    DECLINED,
    EXPIRED,
    VOIDED,
    CHARGED_BACK,
    CHARGEBACK_REVERSED
  }

  record Told(ChargeId chargeId, Outcome outcome) {}
}
