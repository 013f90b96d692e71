package id.antar.gateway.edge.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

class EventLoopsTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final EventLoops loops = new EventLoops(2, Duration.ofMillis(5));

  @Test
  void tasksAreRunOnThreadsThatMayNotWait() throws Exception {
    var mayNotWait = new CompletableFuture<Boolean>();
    loops.onServer(true).execute(() -> mayNotWait.complete(Schedulers.isInNonBlockingThread()));

    assertThat(mayNotWait.get(10, TimeUnit.SECONDS)).isTrue();
    loops.disposeLater(Duration.ZERO, SOON).block(SOON);
    assertThat(loops.onServer(true).isTerminated()).isTrue();
  }
}
