package id.antar.command.order;

import java.time.Duration;

/// How long an order waits, and for what; and what becomes of its money.
///
/// @param confirmation for the merchant's answer, from submission
/// @param courierSearch for a courier, from confirmation or the latest ready estimate, whichever is
///   later, and again from the moment a courier gives the order back
/// @param lifetime for its end, from placing
/// @param farthestReadyTime how far ahead a merchant may put the ready time
/// @param readyTimeSlack how far back a ready time may lie that a merchant has just typed
/// @param pricing how its money is shared
public record OrderPolicy(
    Duration confirmation,
    Duration courierSearch,
    Duration lifetime,
    Duration farthestReadyTime,
    Duration readyTimeSlack,
    PricingPolicy pricing) {

  public OrderPolicy {
    if (!confirmation.isPositive() || !courierSearch.isPositive() || !lifetime.isPositive()) {
      throw new IllegalArgumentException(
          "confirmation (%s), courierSearch (%s) and lifetime (%s) are not all positive."
              .formatted(confirmation, courierSearch, lifetime));
    }
    if (farthestReadyTime.isNegative() || readyTimeSlack.isNegative()) {
      throw new IllegalArgumentException(
          "farthestReadyTime (%s) or readyTimeSlack (%s) is negative."
              .formatted(farthestReadyTime, readyTimeSlack));
    }
  }

  public static OrderPolicy standard() {
    return new OrderPolicy(
        Duration.ofMinutes(10),
        Duration.ofMinutes(60),
        Duration.ofHours(4),
        Duration.ofHours(4),
        Duration.ofMinutes(5),
        PricingPolicy.standard());
  }
}
