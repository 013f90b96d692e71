package id.antar.load.fanout.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PacingTest {

  @Test
  void sendersTakeTurnsEvenlyOverTime() {
    Pacing pacing = new Pacing(4, 8, 1_000_000);
    for (int i = 0; i < 12; i++) {
      assertThat(pacing.dueMicros()).isEqualTo(1_000_000 + i * 125_000L);
      assertThat(pacing.next()).isEqualTo(i % 4);
    }
  }

  @Test
  void roundingDoesNotAddUp() {
    Pacing pacing = new Pacing(3, 3, 0);
    for (int i = 0; i < 3_000; i++) {
      var _ = pacing.next();
    }
    assertThat(pacing.dueMicros()).isEqualTo(1_000_000_000L);
  }

  @Test
  void nobodyOrNeverMakesNoSense() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Pacing(0, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Pacing(1, 0, 0));
  }
}
