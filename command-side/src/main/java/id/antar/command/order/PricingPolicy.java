package id.antar.command.order;

import id.antar.api.order.OrderTerms;
import id.antar.api.order.OrderTotal;
import java.time.Duration;

/// How an order's money is shared, and what may be given on top.
///
/// @param commissionBasisPoints the platform's share of the items after the discount
/// @param tipWithin how long after the delivery a tip may be given
public record PricingPolicy(int commissionBasisPoints, Duration tipWithin) {

  public PricingPolicy {
    if (commissionBasisPoints < 0 || commissionBasisPoints > 10_000 || !tipWithin.isPositive()) {
      throw new IllegalArgumentException(
          "commissionBasisPoints (%d) is not within 0 and 10000, or tipWithin (%s) is not positive."
              .formatted(commissionBasisPoints, tipWithin));
    }
  }

  public static PricingPolicy standard() {
    return new PricingPolicy(1_500, Duration.ofDays(7));
  }

  /// The courier gets the delivery fee.
  OrderTerms terms(OrderTotal total) {
    return new OrderTerms(commissionBasisPoints, total.deliveryFee());
  }
}
