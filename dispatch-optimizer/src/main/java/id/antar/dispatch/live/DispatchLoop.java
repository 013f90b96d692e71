package id.antar.dispatch.live;

import id.antar.api.time.EngineClock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a zone's rounds on one thread: one every interval of engine time, or as soon as it is woken
/// up, but never two within [#SHORTEST_PAUSE] of real time and never so many that they take more
/// than a fifth of a core, unless one takes longer than a quarter of the interval. The first round
/// waits until the board has caught up with the events.
final class DispatchLoop {

  static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

  private static final int PAUSE_PER_WORK = 4;
  private static final Logger LOG = LoggerFactory.getLogger(DispatchLoop.class);

  private final String name;
  private final Runnable round;
  private final BooleanSupplier caughtUp;
  private final Duration interval;
  private final DispatchMetrics metrics;
  private final Semaphore wakes = new Semaphore(0);
  private @Nullable Thread thread;

  /// @param interval in engine time
  DispatchLoop(
      String zone,
      Runnable round,
      BooleanSupplier caughtUp,
      EngineClock clock,
      Duration interval,
      DispatchMetrics metrics) {
    this.name = "dispatch-" + zone;
    this.round = round;
    this.caughtUp = caughtUp;
    this.interval = longer(clock.toReal(interval), SHORTEST_PAUSE);
    this.metrics = metrics;
  }

  /// Something has changed that a round may decide about.
  void wake() {
    wakes.release();
  }

  synchronized void start() {
    if (thread == null) {
      thread = Thread.ofPlatform().name(name).daemon().start(this::rounds);
    }
  }

  /// Returns when no round runs any more.
  synchronized void stop() {
    Thread running = thread;
    thread = null;
    if (running == null) {
      return;
    }
    running.interrupt();
    try {
      running.join(TimeUnit.SECONDS.toMillis(15));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized boolean isRunning() {
    return thread != null;
  }

  private void rounds() {
    try {
      while (!isCaughtUp()) {
        TimeUnit.NANOSECONDS.sleep(SHORTEST_PAUSE.toNanos());
      }
      LOG.info("Rounds of {} begin, one every {} ms at most.", name, interval.toMillis());
      while (!Thread.currentThread().isInterrupted()) {
        pause(timed());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isCaughtUp() {
    try {
      return caughtUp.getAsBoolean();
    } catch (RuntimeException e) {
      LOG.warn("It is not known whether {} has caught up with the events.", name, e);
      return false;
    }
  }

  private Duration timed() {
    wakes.drainPermits();
    long began = System.nanoTime();
    try {
      round.run();
    } catch (RuntimeException | Error e) {
      metrics.roundFailed();
      LOG.error("A round of {} failed; the next one follows.", name, e);
    }
    var took = Duration.ofNanos(System.nanoTime() - began);
    metrics.round(took);
    return took;
  }

  private void pause(Duration work) throws InterruptedException {
    Duration rest = rest(work, interval);
    TimeUnit.NANOSECONDS.sleep(rest.toNanos());
    var _ = wakes.tryAcquire(interval.minus(rest).toNanos(), TimeUnit.NANOSECONDS);
  }

  /// After so much work; no longer than the interval, however long the round took.
  static Duration rest(Duration work, Duration interval) {
    Duration rest = longer(work.multipliedBy(PAUSE_PER_WORK), SHORTEST_PAUSE);
    return rest.compareTo(interval) <= 0 ? rest : interval;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
