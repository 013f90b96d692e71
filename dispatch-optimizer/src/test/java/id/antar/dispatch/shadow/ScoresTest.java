package id.antar.dispatch.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.dispatch.ShadowId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoresTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final ShadowId FIRST = new ShadowId("shadow-1");
  private static final ShadowId SECOND = new ShadowId("shadow-2");
  private static final Tally ROUND =
      new Tally(
          Map.of(
              Figure.ROUNDS, 1.0,
              Figure.ORDERS, 3.0,
              Figure.BOTH, 2.0,
              Figure.LIVE_CLICK_TO_DOOR, 3001.0));

  private final InMemoryScores store = new InMemoryScores();
  private final Scores scores = new Scores(store);

  @Test
  void sumsBecomeMeans() {
    scores.add(FIRST, NOON, ROUND);
    scores.add(FIRST, NOON, ROUND);

    var score = scores.total(FIRST).score();

    assertThat(score.rounds()).isEqualTo(2);
    assertThat(score.live().clickToDoor()).isEqualTo(1500.5);
    assertThat(score.live().costByLive()).isNull();
  }

  @Test
  void theLastHourIsAnHour() {
    scores.add(FIRST, NOON, ROUND);
    scores.add(FIRST, NOON.plus(Duration.ofMinutes(50)), ROUND);

    Instant later = NOON.plus(Duration.ofMinutes(61));

    assertThat(scores.lastHour(FIRST, NOON.plusSeconds(3000)).of(Figure.ROUNDS)).isEqualTo(2);
    assertThat(scores.lastHour(FIRST, later).of(Figure.ROUNDS)).isEqualTo(1);
    assertThat(scores.total(FIRST).of(Figure.ROUNDS)).isEqualTo(2);
  }

  @Test
  void aScoreSurvivesARestartAndIsNobodyElses() {
    scores.add(FIRST, NOON, ROUND);
    scores.save(FIRST);

    var restarted = new Scores(store);

    assertThat(restarted.total(FIRST)).isEqualTo(scores.total(FIRST));
    assertThat(restarted.total(SECOND)).isEqualTo(Tally.NONE);
  }

  @Test
  void whoTakesTheZoneOverGoesOnFromWhatTheOtherHasSaved() {
    var other = new Scores(store);
    assertThat(scores.total(FIRST)).isEqualTo(Tally.NONE);
    scores.add(FIRST, NOON, ROUND);
    other.add(FIRST, NOON, ROUND);
    other.add(FIRST, NOON, ROUND);
    other.save(FIRST);

    scores.forget();
    scores.add(FIRST, NOON, ROUND);

    assertThat(scores.total(FIRST).of(Figure.ROUNDS)).isEqualTo(3);
  }
}
