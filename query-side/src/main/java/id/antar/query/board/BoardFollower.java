package id.antar.query.board;

import id.antar.api.lifecycle.Aside;
import id.antar.api.lifecycle.Phases;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Keeps the live board near the head of the log, so that whoever asks waits for little, and the
/// key frames are there before they are needed. A database that does not answer is asked again.
final class BoardFollower implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(BoardFollower.class);

  private static final Duration REST = Duration.ofMillis(250);
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);
  private static final int ROUNDS_TO_MEND = 8;
  private static final int ROUNDS_TO_THIN = 10_000;

  private final LiveBoard board;
  private final BoardFrames frames;
  private final BoardSettings settings;
  private final Supplier<Instant> now;
  private @Nullable Thread thread;
  private int round;

  BoardFollower(
      LiveBoard board, BoardFrames frames, BoardSettings settings, Supplier<Instant> now) {
    this.board = board;
    this.frames = frames;
    this.settings = settings;
    this.now = now;
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      thread = Thread.ofPlatform().daemon().name("board").start(this::follow);
    }
  }

  @Override
  public synchronized void stop() {
    Thread following = thread;
    thread = null;
    if (following != null) {
      following.interrupt();
      try {
        following.join(REST.multipliedBy(8));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
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

  private void follow() {
    boolean failing = false;
    while (!Thread.currentThread().isInterrupted()) {
      Duration rest = REST;
      try {
        rest = next() ? Duration.ZERO : REST;
        failing = false;
      } catch (RuntimeException e) {
        if (!failing && isRunning()) {
          LOG.warn("The board cannot follow the log for now.", e);
        }
        failing = true;
        rest = AFTER_A_FAILURE;
      }
      pause(rest);
    }
  }

  /// @return whether there may be more at once
  private boolean next() {
    if (round % ROUNDS_TO_THIN == 0) {
      frames.dropAllBut(Board.REVISION);
      frames.thin(
          now.get().minus(settings.thinAfter()), (long) settings.frameEvery() * settings.thinTo());
    }
    if (round % ROUNDS_TO_MEND == 0) {
      board.mend();
    }
    round++;
    return board.step() > 0 && !board.isReady();
  }

  private static void pause(Duration rest) {
    try {
      Thread.sleep(rest);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
