package id.antar.load.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Closed while the engine is gone. Who could not reach it says so with [#doubt()]; everybody waits
/// at the gate until it answers again, and nobody hammers it meanwhile.
public final class EngineGate {

  /// Told once per outage.
  public interface Watcher {
    default void gone() {}

    default void back() {}

    /// It will not be waited for any longer.
    default void lost() {}
  }

  private enum State {
    UP,
    GONE,
    LOST
  }

  private final BooleanSupplier probe;
  private final Watcher watcher;
  private final Duration patience;
  private final Duration pause;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private State state = State.UP;
  private int outages;

  /// @param probe whether the engine answers now
  /// @param patience how long it may be gone
  /// @param pause between two probes
  public EngineGate(BooleanSupplier probe, Watcher watcher, Duration patience, Duration pause) {
    this.probe = probe;
    this.watcher = watcher;
    this.patience = patience;
    this.pause = pause;
  }

  /// Returns once the engine is there.
  public void awaitUp() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (state == State.GONE) {
        changed.await();
      }
      if (state == State.LOST) {
        throw new EngineLostException(
            "The engine did not come back within " + patience.toSeconds() + " s.");
      }
    } finally {
      lock.unlock();
    }
  }

  /// Somebody could not reach the engine. Closes the gate if that is so for everybody.
  ///
  /// @return whether the engine is gone
  public boolean doubt() {
    lock.lock();
    try {
      if (state != State.UP) {
        return true;
      }
      if (probe.getAsBoolean()) {
        return false;
      }
      state = State.GONE;
      outages++;
      watcher.gone();
      Thread.ofVirtual().name("engine-watch").start(this::watch);
      return true;
    } finally {
      lock.unlock();
    }
  }

  public int outages() {
    lock.lock();
    try {
      return outages;
    } finally {
      lock.unlock();
    }
  }

  private void watch() {
    long deadline = System.nanoTime() + patience.toNanos();
    boolean back = false;
    try {
      while (!back && System.nanoTime() < deadline) {
        TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        back = probe.getAsBoolean();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (back) {
      watcher.back();
    } else {
      watcher.lost();
    }
    lock.lock();
    try {
      state = back ? State.UP : State.LOST;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
