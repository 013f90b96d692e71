package id.antar.infra.messages;

import id.antar.api.lifecycle.Phases;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Counts the commands that wait or are being handled here, and lets them come to their end, their
/// events stored and their senders answered, before the process can send nothing more.
final class CommandsUnderWay implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(CommandsUnderWay.class);

  private final Duration patience;
  private int underWay;
  private boolean running;

  CommandsUnderWay(Duration patience) {
    this.patience = patience;
  }

  synchronized void begun() {
    underWay++;
  }

  synchronized void ended() {
    underWay--;
    notifyAll();
  }

  synchronized int count() {
    return underWay;
  }

  @Override
  public synchronized void start() {
    running = true;
  }

  @Override
  public synchronized void stop() {
    running = false;
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (underWay > 0 && System.nanoTime() < end) {
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, end - System.nanoTime()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (underWay > 0) {
      LOG.warn("{} commands are still under way.", underWay);
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Phases.COMMANDS;
  }
}
