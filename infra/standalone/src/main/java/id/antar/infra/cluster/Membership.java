package id.antar.infra.cluster;

import id.antar.api.lifecycle.Phases;
import id.antar.infra.cluster.Nodes.Handled;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// This process is one of its cluster from when it can handle what others ask, and before anybody
/// asks it anything from outside, until all that it was asked is answered.
final class Membership implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

  private static final int SECONDS_TO_FINISH = 5;

  private final Cluster cluster;
  private final String name;
  private final ClusterCommands commands;
  private final ClusterQueries queries;
  private final Answering answering;
  private volatile boolean isRunning;

  Membership(
      Cluster cluster,
      String name,
      ClusterCommands commands,
      ClusterQueries queries,
      Answering answering) {
    this.cluster = cluster;
    this.name = name;
    this.commands = commands;
    this.queries = queries;
    this.answering = answering;
  }

  @Override
  public void start() {
    try {
      cluster.join(name, answering);
    } catch (Exception e) {
      throw new IllegalStateException("The cluster " + name + " cannot be joined.", e);
    }
    cluster.announce(new Handled(cluster.name(), true, commands.handled(), queries.handled()));
    isRunning = true;
  }

  @Override
  public void stop() {
    isRunning = false;
    try {
      cluster.answered().get(SECONDS_TO_FINISH, TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      LOG.warn("Some of what other processes have asked is not finished.");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      cluster.close();
    }
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }

  @Override
  public int getPhase() {
    return Phases.DISCONNECT;
  }
}
