package id.antar.infra.timeout;

import com.github.kagkarlsson.scheduler.Scheduler;
import id.antar.api.lifecycle.Aside;
import id.antar.api.lifecycle.Phases;
import org.springframework.context.SmartLifecycle;

/// Starts the scheduler when everybody is there to be sent a command, and stops it first.
public final class RunningScheduler implements SmartLifecycle {
  private final Scheduler scheduler;
  private volatile boolean running;

  public RunningScheduler(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public void start() {
    scheduler.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    scheduler.stop();
  }

  @Override
  public boolean isRunning() {
    return running;
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
}
