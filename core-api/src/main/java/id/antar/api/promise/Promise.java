package id.antar.api.promise;

import java.time.Instant;

/// A time that was shown to whoever follows an order.
public record Promise(Kind kind, Instant shownAt, Instant promisedFor, Source source) {

  /// When what is promised.
  public enum Kind {
    /// The food is ready.
    READY,
    /// A courier is at the merchant's, or wherever the order is to be fetched.
    PICKUP,
    /// The order is at its door.
    DOOR
  }

  /// Who says so.
  public enum Source {
    MERCHANT,
    /// The dispatcher, when it planned the trip.
    PLAN,
    /// The dispatcher, from where the courier is.
    LIVE
  }
}
