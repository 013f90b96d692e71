package id.antar.query.searchkeeping;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.search.IndexState;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LagTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final Lag lag = new Lag(10, null);

  @Test
  void anIndexThatHasEverythingIsAsOfTheLastLook() {
    see(10, 0);
    see(10, 5);

    assertThat(state(6)).isEqualTo(new IndexState(10, after(5), false, 0, 0, false));
  }

  @Test
  void whatWasStoredAMomentAgoMakesItNotBehind() {
    see(10, 0);
    see(12, 1);

    assertThat(state(2)).isEqualTo(new IndexState(10, after(0), false, 2, 1, false));
  }

  @Test
  void itIsBehindSinceTheFirstLookThatSawMore() {
    see(10, 0);
    see(12, 1);
    see(20, 30);

    assertThat(state(31)).isEqualTo(new IndexState(10, after(0), true, 10, 30, false));
  }

  @Test
  void catchingUpMovesTheTimeThatItIsAsOf() {
    see(10, 0);
    see(12, 1);
    see(20, 30);
    lag.reaches(15);

    assertThat(state(32)).isEqualTo(new IndexState(15, after(1), false, 5, 2, false));
    lag.reaches(20);
    assertThat(state(32)).isEqualTo(new IndexState(20, after(30), false, 0, 0, false));
  }

  @Test
  void oneThatIsNotWholeIsBehindWhateverItsPosition() {
    see(10, 0);

    assertThat(lag.state(0, false, false).behind()).isTrue();
    assertThat(lag.state(0, true, true).behind()).isTrue();
  }

  @Test
  void aLongOutageIsRememberedFromItsBeginning() {
    for (int second = 1; second <= 10_000; second++) {
      see(10 + second, second);
    }

    assertThat(state(10_000).behindSeconds()).isEqualTo(9_999);
  }

  private void see(long head, long second) {
    lag.sees(head, after(second), TimeUnit.SECONDS.toNanos(second));
  }

  private IndexState state(long second) {
    return lag.state(TimeUnit.SECONDS.toNanos(second), true, false);
  }

  private static Instant after(long seconds) {
    return NOON.plusSeconds(seconds);
  }
}
