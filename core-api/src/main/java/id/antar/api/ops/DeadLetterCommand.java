package id.antar.api.ops;

import java.time.Instant;

/// What can be decided about an event that could not be handled.
public sealed interface DeadLetterCommand {

  /// The processor never handles it. Those behind it stay parked.
  ///
  /// @param reason is kept, and must name nobody
  record DiscardDeadLetter(String letterId, String reason, Instant occurredAt)
      implements DeadLetterCommand {}
}
