package id.antar.api.history;

import java.time.Instant;

/// A point in the history, from which on nothing counts.
public sealed interface Moment {

  /// All that is known.
  record Now() implements Moment {}

  /// What was stored until then, then included.
  record Recorded(Instant at) implements Moment {}

  /// What had happened until then, then included, whenever it was stored.
  record Happened(Instant at) implements Moment {}

  /// What stands in the log up to this position, it included.
  record Position(long position) implements Moment {}
}
