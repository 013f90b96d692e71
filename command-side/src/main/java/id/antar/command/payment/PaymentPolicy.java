package id.antar.command.payment;

import id.antar.api.payment.PaymentPart;
import java.time.Duration;
import java.util.List;

/// @param prepaidExpiry how long all that is paid before the door may take
/// @param cashExpiry how long cash may be outstanding; longer than any order lives, which ends
///   first
/// @param attempts how often each part may be tried; 1 for a single attempt
/// @param retryWithin how long after a charge came to nothing its part may be tried again
/// @param firstRetry after which the gateway is asked again; doubled from attempt to attempt
/// @param longestRetry to which it is doubled at most
/// @param looksForUnknown how often a charge that is to be called off is asked for until it is
///   taken for void though the provider does not know it
/// @param looksAgainWithin for how long a charge that waits for nothing is looked at until there is
///   an answer
public record PaymentPolicy(
    Duration prepaidExpiry,
    Duration cashExpiry,
    int attempts,
    Duration retryWithin,
    Duration firstRetry,
    Duration longestRetry,
    int looksForUnknown,
    Duration looksAgainWithin) {

  public PaymentPolicy {
    if (!prepaidExpiry.isPositive() || !cashExpiry.isPositive() || !retryWithin.isPositive()) {
      throw new IllegalArgumentException(
          "prepaidExpiry (%s), cashExpiry (%s) and retryWithin (%s) are not all positive."
              .formatted(prepaidExpiry, cashExpiry, retryWithin));
    }
    if (attempts < 1 || looksForUnknown < 1) {
      throw new IllegalArgumentException(
          "attempts (%d) or looksForUnknown (%d) is below 1.".formatted(attempts, looksForUnknown));
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
        5,
        Duration.ofMinutes(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(10),
        3,
        Duration.ofHours(24));
  }

  Duration expiryOf(List<PaymentPart> parts) {
    return parts.stream().anyMatch(PaymentPart::isPrepaid) ? prepaidExpiry : cashExpiry;
  }

  /// A fifth sooner or later, so that those who were let down together do not come back together.
  ///
  /// @param attempt 1 for the first
  /// @param who waits; the same always waits as long
  Duration retryAfter(int attempt, String who) {
    Duration doubled = firstRetry.multipliedBy(1L << Math.min(attempt - 1, 20));
    Duration most = doubled.compareTo(longestRetry) < 0 ? doubled : longestRetry;
    return most.multipliedBy(80 + Math.floorMod(who.hashCode(), 41)).dividedBy(100);
  }
}
