package id.antar.infra.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockRowTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  private static final Instant LONG_AGO = Instant.EPOCH;

  private static ClockRow row(double speed, Instant livedAt, Instant now) {
    return new ClockRow(NOON, NOON, speed, livedAt, now);
  }

  @Test
  void timePassesAtItsSpeed() {
    assertThat(row(20, NOON, NOON).at(NOON.plusSeconds(3))).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void timeThatIsNotLetPassStandsStill() {
    var held = new ClockRow(NOON, null, 20, NOON, NOON);

    assertThat(held.at(NOON.plusSeconds(3))).isEqualTo(NOON);
  }

  @Test
  void itIsLivedByForTenSeconds() {
    assertThat(row(1, NOON, NOON.plusSeconds(9)).isLivedBy()).isTrue();
    assertThat(row(1, NOON, NOON.plusSeconds(10)).isLivedBy()).isFalse();
  }

  @Test
  void aFastClockGoesOnFromWhereTheLastOneMayHaveBeenAndStandsStill() {
    Instant hourLater = NOON.plusSeconds(3_600);

    ClockRow fresh = row(1000, NOON.plusSeconds(100), hourLater).begunAnew(null, LONG_AGO);

    assertThat(fresh.engineTime()).isEqualTo(NOON.plusSeconds(110 * 1000));
    assertThat(fresh.realTime()).isNull();
    assertThat(fresh.speed()).isEqualTo(1000);
    assertThat(fresh.isLivedBy()).isTrue();
  }

  @Test
  void timePassesWhileTheEngineIsDown() {
    Instant nextDay = NOON.plusSeconds(86_400);

    ClockRow fresh = row(2, NOON.plusSeconds(100), nextDay).begunAnew(1.0, LONG_AGO);

    assertThat(fresh.at(nextDay)).isEqualTo(nextDay);
    assertThat(fresh.realTime()).isEqualTo(nextDay);
  }

  @Test
  void whatWasRecordedIsNotInTheFuture() {
    Instant recorded = NOON.plusSeconds(1_000_000);

    assertThat(row(1, NOON, NOON.plusSeconds(60)).begunAnew(null, recorded).engineTime())
        .isEqualTo(recorded);
  }
}
