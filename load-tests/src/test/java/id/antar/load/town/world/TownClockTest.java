package id.antar.load.town.world;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.load.client.Door.ClockReading;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TownClockTest {

  private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");
  private static final long MILLI = 1_000_000;

  private long nanos = 500 * MILLI;
  private final TownClock clock = new TownClock(() -> nanos);

  @Test
  void countsOnAtTheEnginesSpeed() {
    clock.set(new ClockReading(TEN, 20, nanos, nanos));
    nanos += 3_000 * MILLI;

    assertThat(clock.now()).isEqualTo(TEN.plusSeconds(60));
    assertThat(clock.toReal(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(3));
    assertThat(clock.toTown(Duration.ofMillis(250))).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void theFirstReadingIsTakenInTheMiddleOfItsUncertainty() {
    clock.set(new ClockReading(TEN, 20, nanos, nanos + 100 * MILLI));
    nanos += 100 * MILLI;

    assertThat(clock.now()).isEqualTo(TEN.plusSeconds(1));
  }

  @Test
  void aSlowReadingDoesNotMoveAClockThatMayBeRight() {
    clock.set(new ClockReading(TEN, 20, nanos, nanos));
    nanos += 1_000 * MILLI;
    clock.set(new ClockReading(TEN.plusSeconds(15), 20, nanos - 400 * MILLI, nanos));

    assertThat(clock.now()).isEqualTo(TEN.plusSeconds(20));
  }

  @Test
  void aClockThatIsWrongIsMovedToTheEdgeOfWhatIsPossible() {
    clock.set(new ClockReading(TEN, 20, nanos, nanos));
    nanos += 1_000 * MILLI;
    clock.set(new ClockReading(TEN.plusSeconds(30), 20, nanos - 100 * MILLI, nanos));

    assertThat(clock.now()).isEqualTo(TEN.plusSeconds(30));
  }

  @Test
  void standsStillWhileTheEngineIsGone() {
    clock.set(new ClockReading(TEN, 20, nanos, nanos));
    clock.stop();
    nanos += 60_000 * MILLI;
    assertThat(clock.now()).isEqualTo(TEN);
    assertThat(clock.speed()).isEqualTo(20);

    clock.set(new ClockReading(TEN.plusSeconds(7), 20, nanos, nanos));
    nanos += 50 * MILLI;

    assertThat(clock.now()).isEqualTo(TEN.plusSeconds(8));
  }

  @Test
  void aWaitEndsWithTheNudgeOrWithTheTime() throws InterruptedException {
    clock.set(new ClockReading(TEN, 20, nanos, nanos));
    Semaphore nudges = new Semaphore(1);

    assertThat(clock.awaitNudge(nudges, TEN.plusSeconds(5))).isTrue();
    assertThat(clock.awaitNudge(nudges, TEN)).isFalse();
  }
}
