package id.antar.gateway.stream.place;

import static id.antar.gateway.stream.place.Fixes.NOON;
import static id.antar.gateway.stream.place.Fixes.fix;
import static id.antar.gateway.stream.place.Fixes.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.courier.CourierId;
import id.antar.api.position.LiveUpdate.CourierPosition;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LastPositionsTest {

  private static final CourierId CARLO = new CourierId("carlo");
  private static final CourierId RITA = new CourierId("rita");

  private final AtomicLong nanos = new AtomicLong();
  private final LastPositions last = new LastPositions(2, Duration.ofSeconds(30), nanos::get);
  private long sequence;

  @Test
  void theLatestFixIsKnownUnderTheCouriersNumber() {
    hear(fix("carlo", 43.7, 7.4));
    hear(fix("rita", 43.7, 7.4));
    hear(fix("carlo", 43.8, 7.4));

    assertThat(last.find(CARLO).orElseThrow().number()).isEqualTo(1);
    assertThat(last.find(CARLO).orElseThrow().fix().point().latitude()).isEqualTo(43.8);
    assertThat(last.find(RITA).orElseThrow().number()).isEqualTo(2);
    assertThat(last.takeChanges()).hasSize(2);
    assertThat(last.takeChanges()).isEmpty();
  }

  @Test
  void whoIsSilentIsMarkedOnceUntilHeardAgain() {
    hear(fix("carlo", 43.7, 7.4));
    pass(20);
    hear(fix("rita", 43.7, 7.4));
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
    hear(fix("carlo", 43.7, 7.4));
    assertThat(last.find(CARLO).orElseThrow().stale()).isFalse();
    pass(30);
    assertThat(last.markSilent()).containsExactly(CARLO);
  }

  @Test
  void whoIsSilentForHoursIsForgotten() {
    hear(fix("carlo", 43.7, 7.4));
    last.takeChanges();
    pass(7200);

    assertThat(last.markSilent()).isEmpty();
    assertThat(last.find(CARLO)).isEmpty();
    assertThat(last.takeChanges()).containsExactly(new LastPositions.Change(CARLO, null));
  }

  @Test
  void ofTooManyTheLongestSilentIsForgotten() {
    hear(fix("carlo", 43.7, 7.4));
    hear(fix("rita", 43.7, 7.4));
    hear(fix("carlo", 43.7, 7.4));
    hear(fix("rosa", 43.7, 7.4));

    assertThat(last.find(RITA)).isEmpty();
    assertThat(last.find(CARLO)).isPresent();
  }

  @Test
  void whoseShiftHasEndedIsForgottenAndLateFixesBringNobodyBack() {
    hear(fix("carlo", 43.7, 7.4));
    last.endShift(CARLO, NOON.plusSeconds(1));

    assertThat(last.find(CARLO)).isEmpty();
    assertThat(hear(fix("carlo", 43.7, 7.4))).isFalse();
    assertThat(last.find(CARLO)).isEmpty();
    assertThat(hear(fix("carlo", 43.7, 7.4, null, null, NOON.plusSeconds(2)))).isTrue();
    assertThat(last.find(CARLO)).isPresent();
  }

  @Test
  void whoHasBeenHeardAfterTheEndIsBackAlready() {
    hear(fix("carlo", 43.7, 7.4, null, null, NOON.plusSeconds(2)));
    last.endShift(CARLO, NOON.plusSeconds(1));

    assertThat(last.find(CARLO)).isPresent();
  }

  /// Couriers who change gateway are heard from both.
  @Test
  void aFixThatIsNoLaterChangesNothing() {
    last.hear(numbered(5, fix("carlo", 43.7, 7.4)));
    last.takeChanges();
    pass(20);

    assertThat(last.hear(numbered(5, fix("carlo", 43.8, 7.4)))).isFalse();
    assertThat(last.hear(numbered(4, fix("carlo", 43.8, 7.4)))).isFalse();
    assertThat(last.takeChanges()).isEmpty();
    assertThat(last.find(CARLO).orElseThrow().fix().point().latitude()).isEqualTo(43.7);
    pass(10);
    assertThat(last.markSilent()).containsExactly(CARLO);
  }

  @Test
  void anotherPhoneCountsAnew() {
    last.hear(numbered(500, fix("carlo", 43.7, 7.4)));

    var early = fix("carlo", 43.8, 7.4, null, null, NOON.plusSeconds(120));
    assertThat(last.hear(numbered(1, early))).isFalse();
    var late = fix("carlo", 43.8, 7.4, null, null, NOON.plusSeconds(121));
    assertThat(last.hear(numbered(1, late))).isTrue();
  }

  private boolean hear(CourierPosition fix) {
    return last.hear(numbered(++sequence, fix));
  }

  private void pass(long seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }
}
