package id.antar.infra.startup;

import id.antar.api.lifecycle.Phases;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/// The first thing that stops: from then on the process is not ready, and what comes new from
/// outside is sent elsewhere. Everything else stops once that may have been seen.
final class Drain implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

  private final ApplicationContext context;
  private final Duration settle;
  private volatile boolean running;

  Drain(ApplicationContext context, Duration settle) {
    this.context = context;
    this.settle = settle;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    LOG.info("The process is about to stop, and takes nothing new.");
    AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
    try {
      TimeUnit.NANOSECONDS.sleep(settle.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Phases.DRAIN;
  }
}
