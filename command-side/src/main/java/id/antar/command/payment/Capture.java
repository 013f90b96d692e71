package id.antar.command.payment;

import id.antar.api.money.Money;
import java.time.Instant;

/// What has come by an attempt.
///
/// @param amount which is not what was asked for if nobody wanted it any more
/// @param surplus captured for a part that another attempt had paid, for a payment that had ended,
///   or in another amount than was asked for
/// @param takenBack in all, by the customer's bank or by the provider
/// @param wonBack of that
record Capture(
    Money amount,
    String transactionId,
    boolean surplus,
    Money takenBack,
    Money wonBack,
    Instant at) {

  static Capture of(Money amount, String transactionId, boolean surplus, Instant at) {
    Money none = Money.zero(amount.currency());
    return new Capture(amount, transactionId, surplus, none, none, at);
  }

  Money here() {
    return amount.minus(disputed());
  }

  /// What is taken back and was not won back.
  Money disputed() {
    return takenBack.minus(wonBack);
  }

  Capture takenBack(Money more) {
    return new Capture(amount, transactionId, surplus, takenBack.plus(more), wonBack, at);
  }

  Capture wonBack(Money more) {
    return new Capture(amount, transactionId, surplus, takenBack, wonBack.plus(more), at);
  }
}
