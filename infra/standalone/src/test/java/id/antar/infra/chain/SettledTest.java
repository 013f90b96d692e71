package id.antar.infra.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettledTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final Settled settled = new Settled();

  private static Instant at(double second) {
    return NOON.plusMillis((long) (1000 * second));
  }

  @Test
  void nothingIsSettledWhenItIsFirstSeen() {
    assertThat(settled.see(10, at(0), at(0))).isZero();
  }

  @Test
  void onceAllTransactionsOfThatTimeAreOverItIs() {
    settled.see(10, at(0), at(0));

    assertThat(settled.see(12, at(1), at(1))).isZero();
    assertThat(settled.see(12, at(3), at(3))).isEqualTo(10);
    assertThat(settled.see(12, at(4), at(4))).isEqualTo(12);
  }

  @Test
  void aTransactionThatIsUnderWayIsWaitedFor() {
    settled.see(10, at(0), at(-5));

    assertThat(settled.see(10, at(60), at(-5))).isZero();
    assertThat(settled.see(10, at(61), at(61))).isEqualTo(10);
  }

  @Test
  void notForEver() {
    settled.see(10, at(0), at(-5));

    assertThat(settled.see(11, at(121), at(-5))).isEqualTo(10);
  }

  @Test
  void whereTheDatabaseDoesNotTellOnlyTimeDoes() {
    settled.see(10, at(0), Instant.MIN);

    assertThat(settled.see(10, at(119), Instant.MIN)).isZero();
    assertThat(settled.see(10, at(121), Instant.MIN)).isEqualTo(10);
  }
}
