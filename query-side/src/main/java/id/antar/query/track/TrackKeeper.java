package id.antar.query.track;

import id.antar.api.lifecycle.Aside;
import id.antar.api.lifecycle.Phases;
import id.antar.api.position.PositionBus;
import id.antar.api.position.PositionBus.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Listens to positions and, where it is this engine's turn, writes what is kept of them, a round
/// each second; once more when the engine stops. While some may not be heard, nothing is left to
/// whoever else writes: they may not have heard it.
final class TrackKeeper implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(TrackKeeper.class);

  private static final Duration REST = Duration.ofSeconds(1);
  private static final int ROUNDS_TO_CLEAN = 600;

  private final CourierTracks tracks;
  private final PositionBus bus;
  private final TrackTurn turn;
  private final Supplier<Instant> now;
  private @Nullable Subscription positions;
  private @Nullable Thread thread;
  private int rounds;
  private boolean failing;

  /// Whether all that another engine may have written is known here.
  private volatile boolean writing;

  TrackKeeper(CourierTracks tracks, PositionBus bus, TrackTurn turn, Supplier<Instant> now) {
    this.tracks = tracks;
    this.bus = bus;
    this.turn = turn;
    this.now = now;
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      positions = bus.attach(tracks);
      thread = Thread.ofPlatform().daemon().name("tracks").start(this::work);
    }
  }

  @Override
  public void stop() {
    Thread working = end();
    if (working != null) {
      working.interrupt();
      try {
        working.join(REST.multipliedBy(3));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      attempt(() -> keep(true));
      turn.letGo();
    }
  }

  private synchronized @Nullable Thread end() {
    Thread working = thread;
    thread = null;
    if (positions != null) {
      positions.close();
      positions = null;
    }
    return working;
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

  private void work() {
    while (!Thread.currentThread().isInterrupted()) {
      attempt(this::round);
      tracks.dropWhatIsTooMuch();
      try {
        Thread.sleep(REST);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void round() {
    keep(false);
    if (rounds++ % ROUNDS_TO_CLEAN == 0) {
      clean();
    }
  }

  private void keep(boolean all) {
    boolean goesOn = writing;
    writing = false;
    if (turn.isOurs()) {
      if (!goesOn) {
        tracks.takeOver();
      }
      tracks.write(all);
      writing = true;
    } else if (bus.findHeardSince().isPresent()) {
      tracks.leaveToOther();
    }
  }

  private void clean() {
    if (writing) {
      int _ = tracks.clean(now.get());
    } else {
      tracks.forgetEnded(now.get());
    }
  }

  private void attempt(Runnable step) {
    try {
      step.run();
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warn("Couriers' ways cannot be written for now; {} points wait.", tracks.waiting(), e);
      }
      failing = true;
    }
  }
}
