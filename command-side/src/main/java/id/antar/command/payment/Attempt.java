package id.antar.command.payment;

import id.antar.api.money.Money;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentMethod;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One attempt at one part, or its cash.
///
/// @param amount that was asked for
/// @param voiding whether it is to be called off
/// @param mismatched whether the provider has said that it holds something else
/// @param capture what has come by it; null before
record Attempt(
    ChargeId id,
    PaymentChoice choice,
    Money amount,
    Stage stage,
    boolean voiding,
    boolean mismatched,
    @Nullable Capture capture) {

  /// What is later is never undone by what is earlier: a provider's answers may come in any order.
  enum Stage {
    REQUESTED,
    PENDING,
    AUTHORISED,
    FAILED,
    EXPIRED,
    VOIDED,
    CAPTURED
  }

  static Attempt requested(ChargeId id, PaymentChoice choice, Money amount) {
    return new Attempt(id, choice, amount, Stage.REQUESTED, false, false, null);
  }

  PaymentMethod method() {
    return choice.method();
  }

  boolean isPrepaid() {
    return choice.method().isPrepaid();
  }

  boolean isOpen() {
    return stage.compareTo(Stage.AUTHORISED) <= 0;
  }

  boolean isCaptured() {
    return capture != null;
  }

  Capture requireCapture() {
    return Objects.requireNonNull(capture, "Nothing has come by this attempt.");
  }

  boolean surplus() {
    return capture != null && capture.surplus();
  }

  /// It pays its part.
  boolean pays() {
    return capture != null && !capture.surplus();
  }

  boolean isTakenBack() {
    return capture != null && capture.disputed().minor() > 0;
  }

  /// What has come by it and was not taken back.
  Money here() {
    return capture == null ? Money.zero(amount.currency()) : capture.here();
  }

  String transactionId() {
    return capture == null ? "" : capture.transactionId();
  }

  Attempt at(Stage next) {
    return new Attempt(id, choice, amount, next, voiding, mismatched, capture);
  }

  Attempt captured(Money held, String transaction, boolean isSurplus, Instant at) {
    return with(Stage.CAPTURED, Capture.of(held, transaction, isSurplus, at));
  }

  Attempt toBeVoided() {
    return new Attempt(id, choice, amount, stage, true, mismatched, capture);
  }

  Attempt withMismatch() {
    return new Attempt(id, choice, amount, stage, voiding, true, capture);
  }

  Attempt takenBack(Money more) {
    return with(stage, requireCapture().takenBack(more));
  }

  Attempt wonBack(Money more) {
    return with(stage, requireCapture().wonBack(more));
  }

  private Attempt with(Stage next, Capture changed) {
    return new Attempt(id, choice, amount, next, voiding, mismatched, changed);
  }
}
