package id.antar.infra.cluster;

import id.antar.api.lifecycle.Phases;
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

  private final Belonging belonging;
  private volatile boolean isRunning;

  Membership(Belonging belonging) {
    this.belonging = belonging;
  }

  @Override
  public void start() {
    belonging.join();
    isRunning = true;
  }

  @Override
  public void stop() {
    isRunning = false;
    try {
      belonging.answered().get(SECONDS_TO_FINISH, TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      LOG.warn("Some of what other processes have asked is not finished.");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      belonging.close();
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
