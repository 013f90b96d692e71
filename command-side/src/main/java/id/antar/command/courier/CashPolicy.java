package id.antar.command.courier;

import id.antar.api.money.Money;
import java.util.Map;

/// How much of the platform's cash a courier may carry and still be offered orders that are paid in
/// cash.
///
/// @param limits in minor units, by currency
/// @param otherwise the limit in currencies that are not named, in minor units
public record CashPolicy(Map<String, Long> limits, long otherwise) {

  public CashPolicy {
    limits = Map.copyOf(limits);
    if (otherwise <= 0 || limits.values().stream().anyMatch(limit -> limit <= 0)) {
      throw new IllegalArgumentException("A limit on cash is not above 0.");
    }
  }

  public static CashPolicy standard() {
    return new CashPolicy(Map.of("EUR", 20_000L, "IDR", 100_000_000L), 20_000);
  }

  boolean isReached(Money inHand) {
    return inHand.minor() >= limits.getOrDefault(inHand.currency(), otherwise);
  }
}
