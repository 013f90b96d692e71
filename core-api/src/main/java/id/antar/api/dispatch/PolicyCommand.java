package id.antar.api.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What can be decided about a zone's dispatch policy.
public sealed interface PolicyCommand {
  ZoneId zoneId();

  Instant occurredAt();

  /// @param policy all of its numbers, as JSON
  record StartShadow(
      ZoneId zoneId,
      ShadowId shadowId,
      String policyVersion,
      String policy,
      String reason,
      Instant occurredAt)
      implements PolicyCommand {}

  /// @param shadowId the one that whoever ends it has seen; whichever runs if absent
  record EndShadow(
      ZoneId zoneId,
      @Nullable ShadowId shadowId,
      ShadowScore score,
      String reason,
      Instant occurredAt)
      implements PolicyCommand {}

  /// @param shadowId the one that whoever promotes it has seen
  /// @param formerVersion what the zone is dispatched by now
  record PromoteShadow(
      ZoneId zoneId,
      ShadowId shadowId,
      String formerVersion,
      ShadowScore score,
      String reason,
      Instant occurredAt)
      implements PolicyCommand {}
}
