package id.antar.query.payment;

import id.antar.api.money.Money;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentEvent.ChargeAuthorised;
import id.antar.api.payment.PaymentEvent.ChargeMismatched;
import id.antar.api.payment.PaymentEvent.ChargePending;
import id.antar.api.payment.PaymentEvent.ChargebackReversed;
import id.antar.api.payment.PaymentEvent.ChargedBack;
import id.antar.api.payment.PaymentInstructions;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPart;
import id.antar.api.payment.PaymentView;
import id.antar.api.payment.PaymentView.PartStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One attempt at one part.
///
/// @param surplus captured when its part was paid otherwise, the payment had ended, or in another
///   amount than was asked for
/// @param held what was captured, if it is not the amount
record ChargeRow(
    ChargeId id,
    PaymentMethod method,
    Money amount,
    PartStatus status,
    boolean surplus,
    @Nullable Money held,
    @Nullable String transactionId,
    @Nullable PaymentInstructions instructions,
    @Nullable String reason,
    @Nullable Instant processedAt) {

  static ChargeRow of(ChargeId id, PaymentMethod method, Money amount) {
    return new ChargeRow(id, method, amount, PartStatus.REQUESTED, false, null, null, null, null, null);
  }

  static ChargeRow first(ChargeId id, PaymentPart part) {
    return of(id, part.method(), part.amount());
  }

  boolean isCaptured() {
    return status == PartStatus.CAPTURED || status == PartStatus.CHARGED_BACK;
  }

  boolean pays() {
    return isCaptured() && !surplus;
  }

  ChargeRow pending(ChargePending e) {
    return new ChargeRow(
        id,
        method,
        amount,
        PartStatus.PENDING,
        surplus,
        held,
        e.transactionId(),
        e.instructions(),
        null,
        e.occurredAt());
  }

  ChargeRow authorised(ChargeAuthorised e) {
    return with(PartStatus.AUTHORISED, e.transactionId(), null, e.occurredAt());
  }

  ChargeRow captured(Money came, String transaction, boolean isSurplus, Instant at) {
    @Nullable Money other = came.equals(amount) ? null : came;
    return new ChargeRow(
        id, method, amount, PartStatus.CAPTURED, isSurplus, other, transaction, null, null, at);
  }

  Money came() {
    return held == null ? amount : held;
  }

  ChargeRow over(PartStatus how, @Nullable String why, Instant at) {
    return with(how, transactionId, why, at);
  }

  ChargeRow mismatched(ChargeMismatched e) {
    return isCaptured()
        ? this
        : with(
            PartStatus.MISMATCHED,
            e.transactionId(),
            "The provider holds %d minor units of %s."
                .formatted(e.actual().minor(), e.actual().currency()),
            e.occurredAt());
  }

  ChargeRow takenBack(ChargedBack e) {
    return with(PartStatus.CHARGED_BACK, transactionId, e.reason(), e.occurredAt());
  }

  ChargeRow wonBack(ChargebackReversed e) {
    return with(PartStatus.CAPTURED, transactionId, null, e.occurredAt());
  }

  PaymentView.Part part() {
    return new PaymentView.Part(
        id.part(),
        method,
        amount,
        id.attempt(),
        status,
        transactionId,
        instructions,
        reason,
        processedAt);
  }

  private ChargeRow with(
      PartStatus next, @Nullable String transaction, @Nullable String why, Instant at) {
    return new ChargeRow(id, method, amount, next, surplus, held, transaction, null, why, at);
  }
}
