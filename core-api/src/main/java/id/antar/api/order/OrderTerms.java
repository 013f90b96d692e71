package id.antar.api.order;

import id.antar.api.money.Money;

/// How an order's money is shared, agreed when it is placed.
///
/// @param commissionBasisPoints the platform's share of the items after the discount, in hundredths
///   of a per cent
/// @param courierPay what the courier who delivers it earns, besides tips
public record OrderTerms(int commissionBasisPoints, Money courierPay) {

  private static final int WHOLE = 10_000;

  public OrderTerms {
    if (commissionBasisPoints < 0 || commissionBasisPoints > WHOLE) {
      throw new IllegalArgumentException("commissionBasisPoints is not within 0 and " + WHOLE);
    }
    if (courierPay.isNegative()) {
      throw new IllegalArgumentException("courierPay is negative.");
    }
  }
}
