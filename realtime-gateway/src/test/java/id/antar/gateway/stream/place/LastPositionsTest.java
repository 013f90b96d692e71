package id.antar.gateway.stream.place;

import static id.antar.gateway.stream.place.Fixes.NOON;
import static id.antar.gateway.stream.place.Fixes.fix;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.courier.CourierId;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LastPositionsTest {

  private static final CourierId CARLO = new CourierId("carlo");
  private static final CourierId RITA = new CourierId("rita");

  private final AtomicLong nanos = new AtomicLong();
  private final LastPositions last = new LastPositions(2, Duration.ofSeconds(30), nanos::get);

  @Test
  void theLatestFixIsKnownUnderTheCouriersNumber() {
    last.hear(fix("carlo", 43.7, 7.4));
    last.hear(fix("rita", 43.7, 7.4));
    last.hear(fix("carlo", 43.8, 7.4));

    assertThat(last.find(CARLO).orElseThrow().number()).isEqualTo(1);
    assertThat(last.find(CARLO).orElseThrow().fix().point().latitude()).isEqualTo(43.8);
    assertThat(last.find(RITA).orElseThrow().number()).isEqualTo(2);
    assertThat(last.takeChanges()).hasSize(2);
    assertThat(last.takeChanges()).isEmpty();
  }

  @Test
  void whoIsSilentIsMarkedOnceUntilHeardAgain() {
    last.hear(fix("carlo", 43.7, 7.4));
    pass(20);
    last.hear(fix("rita", 43.7, 7.4));
    assertThat(last.markSilent()).isEmpty();
    last.takeChanges();
    pass(10);

    assertThat(last.markSilent()).containsExactly(CARLO);
    assertThat(last.markSilent()).isEmpty();
    assertThat(last.takeChanges())
        .containsExactly(new LastPositions.Change(CARLO, last.find(CARLO).orElseThrow()));
    assertThat(last.find(CARLO).orElseThrow().stale()).isTrue();
    pass(20);
    assertThat(last.markSilent()).containsExactly(RITA);
    last.hear(fix("carlo", 43.7, 7.4));
    assertThat(last.find(CARLO).orElseThrow().stale()).isFalse();
    pass(30);
    assertThat(last.markSilent()).containsExactly(CARLO);
  }

  @Test
  void whoIsSilentForHoursIsForgotten() {
    last.hear(fix("carlo", 43.7, 7.4));
    last.takeChanges();
    pass(7200);

    assertThat(last.markSilent()).isEmpty();
    assertThat(last.find(CARLO)).isEmpty();
    assertThat(last.takeChanges()).containsExactly(new LastPositions.Change(CARLO, null));
  }

  @Test
  void ofTooManyTheLongestSilentIsForgotten() {
    last.hear(fix("carlo", 43.7, 7.4));
    last.hear(fix("rita", 43.7, 7.4));
    last.hear(fix("carlo", 43.7, 7.4));
    last.hear(fix("rosa", 43.7, 7.4));

    assertThat(last.find(RITA)).isEmpty();
    assertThat(last.find(CARLO)).isPresent();
  }

  @Test
  void whoseShiftHasEndedIsForgottenAndLateFixesBringNobodyBack() {
    last.hear(fix("carlo", 43.7, 7.4));
    last.endShift(CARLO, NOON.plusSeconds(1));

    assertThat(last.find(CARLO)).isEmpty();
    assertThat(last.hear(fix("carlo", 43.7, 7.4))).isFalse();
    assertThat(last.find(CARLO)).isEmpty();
    assertThat(last.hear(fix("carlo", 43.7, 7.4, null, null, NOON.plusSeconds(2)))).isTrue();
    assertThat(last.find(CARLO)).isPresent();
  }

  @Test
  void whoHasBeenHeardAfterTheEndIsBackAlready() {
    last.hear(fix("carlo", 43.7, 7.4, null, null, NOON.plusSeconds(2)));
    last.endShift(CARLO, NOON.plusSeconds(1));

    assertThat(last.find(CARLO)).isPresent();
  }

  private void pass(long seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }
}
