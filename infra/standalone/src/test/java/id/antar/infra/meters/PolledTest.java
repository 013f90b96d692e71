package id.antar.infra.meters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PolledTest {
  private final Deque<CompletableFuture<Integer>> answers =
      new ArrayDeque<>(
          List.of(
              CompletableFuture.completedFuture(7),
              CompletableFuture.failedFuture(new IllegalStateException("away")),
              CompletableFuture.completedFuture(8)));

  @Test
  void whatIsNotKnownIsNotANumber() {
    try (Polled<Integer> polled = Polled.every(Duration.ofDays(1), answers::removeFirst)) {
      assertThat(polled.value(it -> it)).isNaN();
      polled.look().block();
      assertThat(polled.value(it -> it)).isEqualTo(7);
      polled.look().block();
      assertThat(polled.value(it -> it)).isNaN();
      polled.look().block();
      assertThat(polled.value(it -> it * 2)).isEqualTo(16);
    }
  }
}
