package id.antar.command.payment;

import id.antar.api.payment.PaymentMethod;
import java.time.Duration;

/// @param prepaidExpiry how long a card, wallet or transfer may take
/// @param cashExpiry how long cash may be outstanding; longer than any order lives, which ends
///   first
/// @param firstRetry after which the gateway is asked again; doubled from attempt to attempt
/// @param longestRetry to which it is doubled at most
public record PaymentPolicy(
    Duration prepaidExpiry, Duration cashExpiry, Duration firstRetry, Duration longestRetry) {

  public PaymentPolicy {
    if (!prepaidExpiry.isPositive() || !cashExpiry.isPositive()) {
      throw new IllegalArgumentException(
          "prepaidExpiry (%s) or cashExpiry (%s) is not positive."
              .formatted(prepaidExpiry, cashExpiry));
    }
    if (!firstRetry.isPositive() || longestRetry.compareTo(firstRetry) < 0) {
      throw new IllegalArgumentException(
          "firstRetry (%s) is not positive, or longer than longestRetry (%s)."
              .formatted(firstRetry, longestRetry));
    }
  }

  public static PaymentPolicy standard() {
    return new PaymentPolicy(
        Duration.ofMinutes(15),
        Duration.ofHours(24),
        Duration.ofSeconds(30),
        Duration.ofMinutes(10));
  }

  Duration expiryOf(PaymentMethod method) {
    return method.isPrepaid() ? prepaidExpiry : cashExpiry;
  }

  /// @param attempt 1 for the first
  Duration retryAfter(int attempt) {
    Duration doubled = firstRetry.multipliedBy(1L << Math.min(attempt - 1, 20));
    return doubled.compareTo(longestRetry) < 0 ? doubled : longestRetry;
  }
}
