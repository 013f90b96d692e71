package id.antar.load.town.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DutyLogTest {

  private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");

  private final DutyLog duty = new DutyLog();

  @Test
  void tripsThatOverlapCountOnce() {
    duty.shiftStarted(at(0));
    duty.tripAccepted(at(10));
    duty.tripAccepted(at(15));
    duty.tripEnded(at(20));
    assertThat(duty.isBusy()).isTrue();
    duty.tripEnded(at(30));
    duty.shiftEnded(at(60));

    assertThat(duty.isBusy()).isFalse();
    assertThat(duty.busy(Instant.MIN, Instant.MAX)).isEqualTo(Duration.ofMinutes(20));
    assertThat(duty.onDuty(Instant.MIN, Instant.MAX)).isEqualTo(Duration.ofMinutes(60));
  }

  @Test
  void onlyWhatLiesWithinTheTimesCounts() {
    duty.shiftStarted(at(0));
    duty.tripAccepted(at(10));
    duty.tripEnded(at(30));
    duty.tripAccepted(at(50));
    duty.shiftEnded(at(60));

    assertThat(duty.busy(at(20), at(55))).isEqualTo(Duration.ofMinutes(15));
    assertThat(duty.onDuty(at(20), at(90))).isEqualTo(Duration.ofMinutes(40));
    assertThat(duty.busy(Instant.MIN, Instant.MAX)).isEqualTo(Duration.ofMinutes(30));
  }

  private static Instant at(int minute) {
    return TEN.plus(Duration.ofMinutes(minute));
  }
}
