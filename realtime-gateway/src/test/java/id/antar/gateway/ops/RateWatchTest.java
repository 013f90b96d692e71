package id.antar.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.gateway.ops.RateWatch.Rate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RateWatchTest {

  private static final Duration STEP = Duration.ofSeconds(5);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final RateWatch watch = new RateWatch(meters);

  @Test
  void aRateIsWhatHappenedSinceTheLastStepInASecond() {
    meters.counter("antar.requests.refused", "tier", "read").increment(100);
    watch.note(STEP);
    meters.counter("antar.requests.refused", "tier", "read").increment(20);
    meters.counter("antar.requests.refused", "tier", "write").increment(5);
    watch.note(STEP);
    watch.note(STEP);

    assertThat(watch.rates()).containsExactly(new Rate("refused", false, List.of(5.0, 0.0)));
  }

  @Test
  void timersCountToo() {
    watch.note(STEP);
    meters.timer("antar.commands", "type", "PlaceOrder").record(Duration.ofMillis(3));
    watch.note(STEP);
    meters.timer("antar.commands", "type", "AcceptOrder").record(Duration.ofMillis(3));
    watch.note(Duration.ofSeconds(1));

    assertThat(watch.rates()).containsExactly(new Rate("commands", false, List.of(1.0)));
  }

  @Test
  void aLevelIsToldAsItIs() {
    AtomicInteger connections = new AtomicInteger(3);
    meters.gauge("antar.stream.connections", connections);
    watch.note(STEP);
    connections.set(2);
    watch.note(STEP);

    assertThat(watch.rates()).containsExactly(new Rate("connections", true, List.of(3.0, 2.0)));
  }

  @Test
  void theOldestValuesMakeRoom() {
    meters.counter("antar.requests.refused");
    for (int i = 0; i < RateWatch.KEPT + 20; i++) {
      watch.note(STEP);
    }

    assertThat(watch.rates().getFirst().values()).hasSize(RateWatch.KEPT);
  }
}
