package id.antar.command.dispatch;

import static id.antar.command.Cast.NOON;

import id.antar.api.dispatch.PolicyCommand;
import id.antar.api.dispatch.PolicyCommand.EndShadow;
import id.antar.api.dispatch.PolicyCommand.PromoteShadow;
import id.antar.api.dispatch.PolicyCommand.StartShadow;
import id.antar.api.dispatch.PolicyEvent;
import id.antar.api.dispatch.PolicyEvent.PolicyPromoted;
import id.antar.api.dispatch.PolicyEvent.ShadowEnded;
import id.antar.api.dispatch.PolicyEvent.ShadowStarted;
import id.antar.api.dispatch.PolicyRejection.AlreadyLive;
import id.antar.api.dispatch.PolicyRejection.AnotherShadow;
import id.antar.api.dispatch.PolicyRejection.NoShadow;
import id.antar.api.dispatch.ShadowId;
import id.antar.api.dispatch.ShadowScore;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.message.Receipt;
import id.antar.command.decider.History;
import id.antar.command.decider.TargetOf;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ZonePolicyTest {

  private static final ZoneId MONACO = new ZoneId("monaco");
  private static final ShadowId FIRST = new ShadowId("shadow-1");
  private static final ShadowId SECOND = new ShadowId("shadow-2");
  private static final ShadowStarted STARTED =
      new ShadowStarted(MONACO, FIRST, "greedy-1", "{\"lead\":1}", "to see", NOON);
  private static final ShadowEnded ENDED =
      new ShadowEnded(MONACO, FIRST, ShadowScore.NONE, "seen", NOON);
  private static final PolicyPromoted PROMOTED =
      new PolicyPromoted(
          MONACO,
          FIRST,
          "greedy-1",
          "{\"lead\":1}",
          "standard-2",
          ShadowScore.NONE,
          "it is better",
          NOON);

  @Test
  void oneCandidateAtATimeRunsInTheShadow() {
    given().when(start(FIRST, "{\"lead\":1}")).then(STARTED);
    given(STARTED).when(start(SECOND, "{\"lead\":1}")).thenNothing();
    given(STARTED).when(start(SECOND, "{\"lead\":2}")).thenRefused(new AnotherShadow(FIRST));
    given(STARTED, ENDED).when(start(FIRST, "{\"lead\":1}")).then(STARTED);
  }

  @Test
  void aShadowEndsOnceAndOnlyItself() {
    given(STARTED).when(end(FIRST)).then(ENDED);
    given(STARTED, ENDED).when(end(FIRST)).thenNothing();
    given(STARTED).when(end(SECOND)).thenRefused(new AnotherShadow(FIRST));
  }

  @Test
  void whoHasSeenNoneEndsWhicheverRuns() {
    given(STARTED).when(end(null)).then(ENDED);
    given().when(end(null)).thenNothing();
    given(STARTED, ENDED).when(end(null)).thenNothing();
  }

  @Test
  void whatIsPromotedIsWhatWasSeen() {
    given(STARTED).when(promote(FIRST, "standard-2")).then(PROMOTED);
    given(STARTED).when(promote(SECOND, "standard-2")).thenRefused(new AnotherShadow(FIRST));
    given(STARTED, ENDED).when(promote(FIRST, "standard-2")).thenRefused(new NoShadow());
  }

  @Test
  void aSecondClickPromotesNothing() {
    given(STARTED, PROMOTED).when(promote(FIRST, "greedy-1")).thenNothing();
  }

  @Test
  void whatDecidesAlreadyIsNotPromoted() {
    given(STARTED).when(promote(FIRST, "greedy-1")).thenRefused(new AlreadyLive("greedy-1"));
  }

  @Test
  void axonFindsWhatIsAnnotated() {
    new AggregateTestFixture<>(ZonePolicy.class)
        .registerCommandTargetResolver(new TargetOf<>(PolicyCommand.class, PolicyCommand::zoneId))
        .given(STARTED)
        .when(promote(FIRST, "standard-2"))
        .expectEvents(PROMOTED)
        .expectResultMessagePayload(Receipt.accepted());
  }

  private static StartShadow start(ShadowId id, String policy) {
    return new StartShadow(MONACO, id, "greedy-1", policy, "to see", NOON);
  }

  private static EndShadow end(@Nullable ShadowId id) {
    return new EndShadow(MONACO, id, ShadowScore.NONE, "seen", NOON);
  }

  private static PromoteShadow promote(ShadowId id, String former) {
    return new PromoteShadow(MONACO, id, former, ShadowScore.NONE, "it is better", NOON);
  }

  private static History<ZonePolicyState, PolicyCommand, PolicyEvent> given(PolicyEvent... events) {
    return new History<ZonePolicyState, PolicyCommand, PolicyEvent>(
            new ZonePolicyState.Alone(), ZonePolicyState::evolve, ZonePolicyState::decide)
        .and(events);
  }
}
