package id.antar.infra.chain;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the follower look for new events, a few times a second.
final class FollowingChain implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FollowingChain.class);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final ChainFollower follower;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("log-chain").factory());
  private volatile boolean failing;

  FollowingChain(ChainFollower follower) {
    this.follower = follower;
  }

  void start() {
    var _ =
        thread.scheduleWithFixedDelay(
            this::follow, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// A failure is told once, until it is over.
  private void follow() {
    try {
      follower.followToEnd();
      failing = false;
    } catch (RuntimeException e) {
      if (!failing && !thread.isShutdown()) {
        LOG.error("The log cannot be chained; it is tried again.", e);
      }
      failing = true;
    }
  }

  @Override
  public void close() throws InterruptedException {
    thread.shutdownNow();
    if (thread.awaitTermination(10, TimeUnit.SECONDS) && !failing) {
      signEnd();
    }
  }

  private void signEnd() {
    try {
      follower.signEnd();
    } catch (RuntimeException e) {
      LOG.warn("The log's end is not signed; the next engine does it.", e);
    }
  }
}
