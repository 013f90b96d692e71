package id.antar.api.ops;

import java.time.Instant;

/// What those who run the engine have decided.
public sealed interface OpsEvent {
  Instant occurredAt();

  /// An event that a processor could not handle is not handled by it, ever.
  ///
  /// @param eventId of the event that was parked
  /// @param eventType of that event, such as `OrderPlaced`
  record DeadLetterDiscarded(
      String letterId,
      String processor,
      String eventId,
      String eventType,
      String reason,
      Instant occurredAt)
      implements OpsEvent {}
}
