package id.antar.api.dispatch;

import java.time.Instant;

/// Facts about what a zone is dispatched by. Who decided it is in the metadata, as always.
public sealed interface PolicyEvent {
  ZoneId zoneId();

  Instant occurredAt();

  /// A candidate plans what the live policy plans for, and nothing of it is sent.
  ///
  /// @param policy all of its numbers, as JSON
  record ShadowStarted(
      ZoneId zoneId,
      ShadowId shadowId,
      String policyVersion,
      String policy,
      String reason,
      Instant occurredAt)
      implements PolicyEvent {}

  /// @param score how the two compared until then
  record ShadowEnded(
      ZoneId zoneId, ShadowId shadowId, ShadowScore score, String reason, Instant occurredAt)
      implements PolicyEvent {}

  /// The candidate in the shadow is what the zone is dispatched by, from the next round on.
  ///
  /// @param policy all of its numbers, as JSON
  /// @param formerVersion what it was dispatched by until then
  /// @param score how the two compared until then
  record PolicyPromoted(
      ZoneId zoneId,
      ShadowId shadowId,
      String policyVersion,
      String policy,
      String formerVersion,
      ShadowScore score,
      String reason,
      Instant occurredAt)
      implements PolicyEvent {}
}
