package id.antar.api.dispatch;

import id.antar.api.message.Query;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions about what a zone is dispatched by, and what runs in its shadow.
public sealed interface PolicyQuery<R> extends Query<R> {

  record GetShadow() implements PolicyQuery<ShadowReport> {
    @Override
    public Class<ShadowReport> answer() {
      return ShadowReport.class;
    }
  }

  /// Every policy that is known by name or by what was decided, and what was decided.
  record ListPolicies() implements PolicyQuery<KnownPolicies> {
    @Override
    public Class<KnownPolicies> answer() {
      return KnownPolicies.class;
    }
  }

  /// What a policy is that somebody wrote down: `basedOn` a named one, and what is different.
  record ReadPolicy(String written) implements PolicyQuery<PolicyReading> {
    @Override
    public Class<PolicyReading> answer() {
      return PolicyReading.class;
    }
  }

  /// @param shadow absent while there is none
  record ShadowReport(ZoneId zone, LivePolicy live, @Nullable Shadow shadow) {}

  /// @param numbers all of them, as JSON
  /// @param promotion how it became so; absent where the engine was started with it
  record LivePolicy(String version, String numbers, @Nullable Promotion promotion) {}

  /// @param score of the shadow that it was, when it was promoted
  record Promotion(
      ShadowId shadowId,
      String formerVersion,
      Instant promotedAt,
      String promotedBy,
      String reason,
      ShadowScore score) {}

  /// @param numbers all of them, as JSON
  /// @param lastHour of engine time
  record Shadow(
      ShadowId shadowId,
      String version,
      String numbers,
      Instant startedAt,
      String startedBy,
      String reason,
      ShadowScore total,
      ShadowScore lastHour) {}

  /// @param version and `numbers` of the policy, or `fault`: what is wrong with it
  record PolicyReading(
      ZoneId zone, @Nullable String version, @Nullable String numbers, @Nullable String fault) {}

  /// @param policies the named ones, then those that were in the shadow or promoted, in that order
  /// @param changes the oldest first
  record KnownPolicies(ZoneId zone, List<KnownPolicy> policies, List<Change> changes) {
    public KnownPolicies {
      policies = List.copyOf(policies);
      changes = List.copyOf(changes);
    }
  }

  /// @param numbers all of them, as JSON
  /// @param name of one that comes with the engine; absent of any other
  /// @param liveSince when it was promoted; absent unless it is live, and where the engine was
  ///   started with it
  record KnownPolicy(
      String version,
      String numbers,
      @Nullable String name,
      boolean live,
      boolean inShadow,
      @Nullable Instant liveSince) {}

  /// Something that was decided about the zone's policy.
  ///
  /// @param version of the candidate
  /// @param formerVersion what was live until a promotion; absent of all else
  /// @param score at that time; absent of a start
  record Change(
      ShadowId shadowId,
      Kind kind,
      String version,
      @Nullable String formerVersion,
      Instant at,
      String by,
      String reason,
      @Nullable ShadowScore score) {

    public enum Kind {
      SHADOW_STARTED,
      SHADOW_ENDED,
      PROMOTED
    }
  }
}
