package id.antar.infra.servers;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A server that is started again when it ends without being told to: at once the first time, and
/// ever later, up to a minute, while it keeps ending within ten minutes of its start.
public final class KeptAlive implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KeptAlive.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration STEADY = Duration.ofMinutes(10);

  private final String name;
  private final Function<BooleanSupplier, ServerProcess> start;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread guard;
  private volatile ServerProcess process;

  /// @param start starts it and waits until it is ready, or until what it is given says that nobody
  ///   wants it any more
  public KeptAlive(String name, Function<BooleanSupplier, ServerProcess> start) {
    this.name = name;
    this.start = start;
    this.process = start.apply(() -> false);
    this.guard = Thread.ofVirtual().name("guard-" + name).start(this::guard);
  }

  private void guard() {
    Duration pause = FIRST_PAUSE;
    while (!isClosing()) {
      long begin = System.nanoTime();
      int status = process.awaitEnd();
      pause = System.nanoTime() - begin > STEADY.toNanos() ? FIRST_PAUSE : pause;
      if (!closesWithin(pause)) {
        LOG.warn("{} ended with status {} and is started again.", name, status);
        startAgain();
        pause = longer(pause);
      }
    }
  }

  private void startAgain() {
    try {
      process = start.apply(this::isClosing);
      LOG.info("{} answers again.", name);
    } catch (RuntimeException e) {
      LOG.error("{} cannot be started again.", name, e);
    }
  }

  static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private boolean closesWithin(Duration span) {
    try {
      return closing.await(span.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /// One that is on its way up when nobody wants it any more is stopped, too.
  @Override
  public void close() {
    closing.countDown();
    process.close();
    try {
      guard.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.close();
  }
}
