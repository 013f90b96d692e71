package id.antar.api.analytics;

/// What is counted or measured. An order belongs to the moment when it was placed, an offer to the
/// moment when it was made, a courier's time to the moments when it passed.
public enum Measure {
  ORDERS(Of.ORDERS),
  DELIVERED(Of.ORDERS),
  /// Of these orders, those that came to nothing; its value is their share.
  CANCELLED(Of.ORDERS),
  /// What customers paid for these orders if they were delivered, without tips, in minor units.
  REVENUE(Of.ORDERS),
  CLICK_TO_DOOR(Of.ORDERS),
  READY_TO_PICKUP(Of.ORDERS),
  READY_TO_DOOR(Of.ORDERS),

  OFFERS(Of.OFFERS),
  OFFERS_ACCEPTED(Of.OFFERS),
  OFFERS_DECLINED(Of.OFFERS),
  OFFERS_EXPIRED(Of.OFFERS),
  /// Of the offers that were accepted, declined or expired, the share that was accepted.
  ACCEPTANCE(Of.OFFERS),

  /// Couriers' seconds on shift and not on a break.
  ON_SHIFT(Of.TIME),
  /// Of these, the seconds with a trip.
  BUSY(Of.TIME),
  UTILISATION(Of.TIME);

  /// What a measure is about.
  public enum Of {
    ORDERS,
    OFFERS,
    TIME
  }

  private final Of of;

  Measure(Of of) {
    this.of = of;
  }

  public Of of() {
    return of;
  }
}
