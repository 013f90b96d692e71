package id.antar.gateway.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final Allowance two = new Allowance(2, Duration.ofDays(1), now::get);

  @Test
  void eachHasSoMuchAndNoMoreUntilItsSpanIsOver() {
    assertThat(two.take("ada")).isTrue();
    now.set(Instant.EPOCH.plus(Duration.ofHours(23)));
    assertThat(two.take("ada")).isTrue();
    assertThat(two.take("ada")).isFalse();
    assertThat(two.take("bea")).isTrue();

    now.set(Instant.EPOCH.plus(Duration.ofDays(1)));
    assertThat(two.take("ada")).isTrue();
  }
}
