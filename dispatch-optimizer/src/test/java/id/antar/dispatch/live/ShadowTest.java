package id.antar.dispatch.live;

import static id.antar.dispatch.live.Town.ADA;
import static id.antar.dispatch.live.Town.BOB;
import static id.antar.dispatch.live.Town.NOON;
import static id.antar.dispatch.live.Town.ORDER;
import static id.antar.dispatch.live.Town.OTHER_ORDER;
import static id.antar.dispatch.live.Town.confirmed;
import static id.antar.dispatch.live.Town.north;
import static id.antar.dispatch.live.Town.onShift;
import static id.antar.dispatch.live.Town.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.dispatch.PolicyEvent.PolicyPromoted;
import id.antar.api.dispatch.PolicyEvent.ShadowEnded;
import id.antar.api.dispatch.PolicyEvent.ShadowStarted;
import id.antar.api.dispatch.ShadowId;
import id.antar.api.dispatch.ShadowScore;
import id.antar.api.dispatch.ZoneId;
import id.antar.dispatch.plan.DispatchPolicy;
import id.antar.dispatch.plan.PolicyJson;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ShadowTest {

  private static final ZoneId MAIN = new ZoneId("main");
  private static final ShadowId SHADOW = new ShadowId("shadow-1");
  private static final String STANDARD = PolicyJson.write(DispatchPolicy.standard());
  private static final String GREEDY = "{\"basedOn\":\"greedy\"}";

  private final Rounds rounds = lunch();

  private static Rounds lunch() {
    var rounds = new Rounds();
    rounds.given(onShift(ADA), onShift(BOB));
    rounds.seen(ADA, north(10));
    rounds.seen(BOB, north(-40));
    rounds.given(placed(ORDER), confirmed(ORDER, 2400));
    rounds.given(placed(OTHER_ORDER, north(-20)), confirmed(OTHER_ORDER, 2700));
    return rounds;
  }

  private void start(String policy) {
    DispatchPolicy read = PolicyJson.read(policy);
    rounds.decide(
        new ShadowStarted(MAIN, SHADOW, read.version(), PolicyJson.write(read), "to see", NOON));
  }

  private ShadowScore scoreOnce(Predicate<ShadowScore> wanted) {
    return await()
        .until(
            () -> {
              rounds.run();
              return rounds.scores.total(SHADOW).score();
            },
            wanted);
  }

  @Test
  void nothingIsSentBecauseOfACandidate() {
    Rounds alone = lunch();
    alone.run();
    start(GREEDY);

    ShadowScore score = scoreOnce(it -> it.rounds() > 0);

    assertThat(rounds.commands).isEqualTo(alone.commands);
    assertThat(rounds.offers()).isEmpty();
    assertThat(score.candidate().toldNow()).isPositive();
    assertThat(score.live().toldNow()).isZero();
    assertThat(score.orders()).isEqualTo(2 * score.rounds());
    assertThat(score.both()).isEqualTo(score.orders());
    assertThat(score.candidate().costByLive()).isNotNull();
    assertThat(rounds.registry.get("antar.shadow.rounds").counters()).isNotEmpty();
  }

  @Test
  void thePolicyThatIsLiveAgreesWithItself() {
    start(STANDARD);

    ShadowScore score = scoreOnce(it -> it.rounds() > 2);

    assertThat(score.sameCourier()).isEqualTo(score.orders());
    assertThat(score.candidate().clickToDoor()).isEqualTo(score.live().clickToDoor());
    assertThat(score.candidate().road()).isEqualTo(score.live().road());
    assertThat(score.candidate().costByLive()).isEqualTo(score.live().costByLive());
    assertThat(score.live().costByCandidate()).isEqualTo(score.live().costByLive());
  }

  @Test
  void aCandidateThatCannotPlanIsCountedAndTheLiveRoundsGoOn() {
    start("{\"courierTimeWeight\":1000000}");

    ShadowScore score = scoreOnce(it -> it.failed() > 1);

    assertThat(score.rounds()).isZero();
    assertThat(rounds.decisions()).isNotEmpty();
    assertThat(rounds.count("rounds.failed")).isZero();
  }

  @Test
  void aLiveRoundWaitsForNoCandidate() {
    var let = new CountDownLatch(1);
    rounds.shadowThread.execute(() -> hold(let));
    start(GREEDY);

    rounds.run();
    rounds.run();
    rounds.run();
    assertThat(rounds.decisions()).isNotEmpty();
    let.countDown();

    assertThat(scoreOnce(it -> it.rounds() > 1).skipped()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void whoPlansTheZoneSavesTheLastScore() {
    start(GREEDY);
    rounds.planning.set(false);
    scoreOnce(it -> it.rounds() > 0);
    rounds.planning.set(true);

    rounds.close();

    assertThat(rounds.kept.load(SHADOW)).isNotEmpty();
  }

  @Test
  void whoDoesNotPlanTheZoneSavesNoScore() {
    start(GREEDY);
    rounds.planning.set(false);
    scoreOnce(it -> it.rounds() > 0);

    rounds.close();

    assertThat(rounds.kept.load(SHADOW)).isEmpty();
  }

  private static void hold(CountDownLatch let) {
    try {
      let.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatIsPromotedDecidesFromTheNextRoundOn() {
    start(GREEDY);
    rounds.run();
    assertThat(rounds.decisions()).extracting(it -> it.policyVersion()).containsOnly("standard-2");
    String greedy = PolicyJson.write(PolicyJson.read(GREEDY));

    rounds.decide(
        new PolicyPromoted(
            MAIN, SHADOW, "greedy-1", greedy, "standard-2", ShadowScore.NONE, "quicker", NOON));
    rounds.run();

    assertThat(rounds.decisions().getLast().policyVersion()).isEqualTo("greedy-1");
    assertThat(rounds.lastProblem().policy().version()).isEqualTo("greedy-1");
    assertThat(rounds.offers()).isNotEmpty();
    var restarted = new PolicyBook(DispatchPolicy.standard(), () -> List.copyOf(rounds.decided));
    assertThat(restarted.live().version()).isEqualTo("greedy-1");
    assertThat(restarted.trial()).isEmpty();
  }

  @Test
  void aShadowThatEndedPlansNothing() {
    start(GREEDY);
    rounds.decide(new ShadowEnded(MAIN, SHADOW, ShadowScore.NONE, "seen", NOON));

    assertThat(rounds.policies.trial()).isEmpty();
    assertThat(rounds.policies.live().version()).isEqualTo("standard-2");
  }

  @Test
  void aPolicyThatCannotBeReadAnyMoreIsPassedOver() {
    rounds.decide(
        new PolicyPromoted(
            MAIN,
            SHADOW,
            "warp-1",
            "{\"warp\":9}",
            "standard-2",
            ShadowScore.NONE,
            "quicker",
            NOON));

    assertThat(rounds.policies.live().version()).isEqualTo("standard-2");
  }
}
