package id.antar.dispatch.live;

import id.antar.api.dispatch.PolicyQuery.GetShadow;
import id.antar.api.dispatch.PolicyQuery.KnownPolicies;
import id.antar.api.dispatch.PolicyQuery.ListPolicies;
import id.antar.api.dispatch.PolicyQuery.LivePolicy;
import id.antar.api.dispatch.PolicyQuery.PolicyReading;
import id.antar.api.dispatch.PolicyQuery.Promotion;
import id.antar.api.dispatch.PolicyQuery.ReadPolicy;
import id.antar.api.dispatch.PolicyQuery.Shadow;
import id.antar.api.dispatch.PolicyQuery.ShadowReport;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.time.EngineClock;
import id.antar.dispatch.plan.DispatchPolicy;
import id.antar.dispatch.plan.PolicyJson;
import id.antar.dispatch.shadow.Scores;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/// Answers what others ask about the zone's policy and its shadow.
final class PolicyAnswers {

  private final ZoneId zone;
  private final PolicyBook policies;
  private final Scores scores;
  private final EngineClock clock;
  private final Runnable requireHere;

  /// @param requireHere throws where another dispatcher plans the zone: it alone scores the shadow
  PolicyAnswers(
      ZoneId zone, PolicyBook policies, Scores scores, EngineClock clock, Runnable requireHere) {
    this.zone = zone;
    this.policies = policies;
    this.scores = scores;
    this.clock = clock;
    this.requireHere = requireHere;
  }

  @QueryHandler
  ShadowReport on(GetShadow query) {
    requireHere.run();
    PolicyBook.Page page = policies.page();
    var live =
        new LivePolicy(
            page.live().version(), PolicyJson.write(page.live()), promotion(page.promotion()));
    return new ShadowReport(zone, live, shadow(page.trial()));
  }

  private static @Nullable Promotion promotion(PolicyBook.@Nullable Promotion it) {
    return it == null
        ? null
        : new Promotion(
            it.promoted().shadowId(),
            it.promoted().formerVersion(),
            it.promoted().occurredAt(),
            it.by(),
            it.promoted().reason(),
            it.promoted().score());
  }

  private @Nullable Shadow shadow(PolicyBook.@Nullable Trial trial) {
    if (trial == null) {
      return null;
    }
    var id = trial.started().shadowId();
    return new Shadow(
        id,
        trial.policy().version(),
        PolicyJson.write(trial.policy()),
        trial.started().occurredAt(),
        trial.by(),
        trial.started().reason(),
        scores.total(id).score(),
        scores.lastHour(id, clock.instant()).score());
  }

  @QueryHandler
  KnownPolicies on(ListPolicies query) {
    return new PoliciesSoFar(policies.page(), policies.decided()).of(zone);
  }

  @QueryHandler
  PolicyReading on(ReadPolicy query) {
    try {
      DispatchPolicy policy = PolicyJson.read(query.written());
      return new PolicyReading(zone, policy.version(), PolicyJson.write(policy), null);
    } catch (IllegalArgumentException e) {
      return new PolicyReading(zone, null, null, String.valueOf(e.getMessage()));
    }
  }
}
