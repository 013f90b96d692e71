package id.antar.command.payment;

import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentId;
import java.time.Instant;

/// A further look at a charge that waits for nothing, should the answer to the one before not have
/// come. It is called off when the answer has.
///
/// @param since when somebody said that there is something to see
/// @param attempt how often it will have been looked at then, 1 for the first
public record LookUntilAnswered(ChargeId chargeId, Instant since, int attempt)
    implements ErrandCommand {

  @Override
  public PaymentId paymentId() {
    return chargeId.paymentId();
  }

  LookUntilAnswered next() {
    return new LookUntilAnswered(chargeId, since, attempt + 1);
  }

  /// Of several who say so at different times each has its own.
  String timeoutId() {
    return "payment:%s:look-again:%d:%d".formatted(chargeId, since.toEpochMilli(), attempt);
  }
}
