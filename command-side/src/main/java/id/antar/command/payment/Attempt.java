package id.antar.command.payment;

import id.antar.api.money.Money;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentMethod;

/// One attempt at one part, or its cash.
///
/// @param voiding whether it is to be called off
/// @param surplus captured for a part that another attempt had paid, or for a payment that had
///   ended
/// @param mismatched whether the provider holds something else than was asked for
/// @param transactionId of the capture; blank before
/// @param takenBack what the customer's bank has taken back, also if it had to give it up later
record Attempt(
    ChargeId id,
    PaymentChoice choice,
    Money amount,
    Stage stage,
    boolean voiding,
    boolean surplus,
    boolean mismatched,
    String transactionId,
    Money takenBack,
    boolean disputeWon) {

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
    Money none = Money.zero(amount.currency());
    return new Attempt(id, choice, amount, Stage.REQUESTED, false, false, false, "", none, false);
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
    return stage == Stage.CAPTURED;
  }

  /// It pays its part.
  boolean pays() {
    return isCaptured() && !surplus;
  }

  boolean isTakenBack() {
    return takenBack.minor() > 0;
  }

  /// What has come by it and was not taken back.
  Money here() {
    if (!isCaptured()) {
      return Money.zero(amount.currency());
    }
    return disputeWon ? amount : amount.minus(takenBack);
  }

  Attempt at(Stage next) {
    return new Attempt(
        id,
        choice,
        amount,
        next,
        voiding,
        surplus,
        mismatched,
        transactionId,
        takenBack,
        disputeWon);
  }

  Attempt captured(String transaction, boolean isSurplus) {
    return new Attempt(
        id,
        choice,
        amount,
        Stage.CAPTURED,
        voiding,
        isSurplus,
        mismatched,
        transaction,
        takenBack,
        disputeWon);
  }

  Attempt toBeVoided() {
    return new Attempt(
        id, choice, amount, stage, true, surplus, mismatched, transactionId, takenBack, disputeWon);
  }

  Attempt withMismatch() {
    return new Attempt(
        id, choice, amount, stage, voiding, surplus, true, transactionId, takenBack, disputeWon);
  }

  Attempt takenBack(Money taken) {
    return new Attempt(
        id, choice, amount, stage, voiding, surplus, mismatched, transactionId, taken, disputeWon);
  }

  Attempt wonBack() {
    return new Attempt(
        id, choice, amount, stage, voiding, surplus, mismatched, transactionId, takenBack, true);
  }
}
