package id.antar.api.alert;

/// What may be wrong, with what it is measured in and what it is about.
public enum AlertKind {
  /// An order will be, or is, at its door later than first promised.
  LATE(Unit.SECONDS, Subject.ORDER),
  /// A courier on a trip is heard of, and does not move, and is at none of its stops.
  STUCK(Unit.SECONDS, Subject.COURIER),
  /// An order waits for a courier.
  NO_COURIER(Unit.SECONDS, Subject.ORDER),
  /// A courier at work is not heard of.
  COURIER_SILENT(Unit.SECONDS, Subject.COURIER),
  /// A merchant's orders are ready later than they were to be.
  MERCHANT_SLOW(Unit.SECONDS, Subject.MERCHANT),
  /// Calls to a payment provider fail.
  GATEWAY_FAILING(Unit.PERCENT, Subject.PROVIDER),
  /// An event processor is behind, or does not run.
  PROJECTION_LAGGING(Unit.SECONDS, Subject.PROCESSOR);

  private final Unit unit;
  private final Subject subject;

  AlertKind(Unit unit, Subject subject) {
    this.unit = unit;
    this.subject = subject;
  }

  public Unit unit() {
    return unit;
  }

  public Subject subject() {
    return subject;
  }

  /// What a value and its threshold are told in.
  public enum Unit {
    SECONDS,
    PERCENT
  }

  public enum Subject {
    ORDER,
    COURIER,
    MERCHANT,
    PROVIDER,
    PROCESSOR
  }
}
