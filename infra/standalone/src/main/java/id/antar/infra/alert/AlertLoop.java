package id.antar.infra.alert;

import id.antar.api.lifecycle.Aside;
import id.antar.api.lifecycle.Phases;
import id.antar.infra.store.NamedLock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Runs the rounds on one thread, in one of the engines on a database: in whichever has the lock.
final class AlertLoop implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(AlertLoop.class);

  private final AlertRound round;
  private final Supplier<Optional<NamedLock>> lock;
  private final Duration every;
  private @Nullable Thread thread;
  private @Nullable NamedLock held;

  /// @param every real time
  AlertLoop(AlertRound round, Supplier<Optional<NamedLock>> lock, Duration every) {
    this.round = round;
    this.lock = lock;
    this.every = every;
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      thread = Thread.ofPlatform().name("alerts").daemon().start(this::rounds);
    }
  }

  @Override
  public synchronized void stop() {
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

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  /// Beside the others of its phase.
  @Override
  public void stop(Runnable ended) {
    Aside.stop(this::stop, ended);
  }

  @Override
  public int getPhase() {
    return Phases.LOOPS;
  }

  private void rounds() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        TimeUnit.NANOSECONDS.sleep(every.toNanos());
        runIfItIsOurs();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      letGo();
    }
  }

  private void runIfItIsOurs() {
    try {
      if (isOurs()) {
        round.run();
      }
    } catch (RuntimeException e) {
      if (!Thread.currentThread().isInterrupted()) {
        LOG.warn("Nobody has looked for alerts this time.", e);
      }
    }
  }

  private boolean isOurs() {
    if (held != null && held.isHeld()) {
      return true;
    }
    letGo();
    held = lock.get().orElse(null);
    round.forget();
    return held != null;
  }

  private void letGo() {
    if (held != null) {
      held.close();
      held = null;
    }
  }
}
