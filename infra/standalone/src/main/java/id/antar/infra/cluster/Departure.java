package id.antar.infra.cluster;

import id.antar.api.lifecycle.Phases;
import id.antar.infra.cluster.Nodes.Handled;
import java.util.Set;
import org.springframework.context.SmartLifecycle;

/// Tells the other processes that this one is about to stop: from then on they send it nothing, and
/// it may still send them something.
final class Departure implements SmartLifecycle {
  private final Cluster cluster;
  private volatile boolean isRunning;

  Departure(Cluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public void start() {
    isRunning = true;
  }

  @Override
  public void stop() {
    isRunning = false;
    cluster.announce(new Handled(cluster.name(), true, Set.of(), Set.of()));
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
