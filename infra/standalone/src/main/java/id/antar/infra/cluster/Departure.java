package id.antar.infra.cluster;

import id.antar.api.lifecycle.Phases;
import org.springframework.context.SmartLifecycle;

/// Tells the other processes that this one is about to stop: from then on they send it nothing, and
/// it may still send them something.
final class Departure implements SmartLifecycle {
  private final Belonging belonging;
  private volatile boolean isRunning;

  Departure(Belonging belonging) {
    this.belonging = belonging;
  }

  @Override
  public void start() {
    isRunning = true;
  }

  @Override
  public void stop() {
    isRunning = false;
    belonging.leave();
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }

  @Override
  public int getPhase() {
    return Phases.LEAVE;
  }
}
