package id.antar.dispatch.live;

import id.antar.api.lifecycle.Aside;
import id.antar.api.lifecycle.Phases;
import id.antar.api.position.PositionBus;
import id.antar.api.position.PositionBus.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Starts dispatching when everything else runs, and stops it before anything else stops.
final class DispatchLifecycle implements SmartLifecycle {

  private final Tenure tenure;
  private final DispatchLoop loop;
  private final LiveEtas etas;
  private final PositionBus bus;
  private @Nullable Subscription positions;

  DispatchLifecycle(Tenure tenure, DispatchLoop loop, LiveEtas etas, PositionBus bus) {
    this.tenure = tenure;
    this.loop = loop;
    this.etas = etas;
    this.bus = bus;
  }

  @Override
  public synchronized void start() {
    if (positions == null) {
      positions = bus.subscribe(etas);
    }
    tenure.start();
    loop.start();
  }

  @Override
  public synchronized void stop() {
    loop.stop();
    tenure.stop();
    if (positions != null) {
      positions.close();
      positions = null;
    }
  }

  @Override
  public boolean isRunning() {
    return loop.isRunning();
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
