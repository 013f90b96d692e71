package id.antar.api.assignment;

/// Why a courier does not go on with a trip.
public enum AbandonCause {
  /// The courier says so, or somebody for them: the vehicle or the courier cannot go on.
  BROKEN_DOWN,
  /// Nothing was heard of the courier for too long.
  SILENT,
  /// An operator took the trip away.
  OPERATOR
}
