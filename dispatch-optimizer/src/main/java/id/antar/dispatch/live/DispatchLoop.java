package id.antar.dispatch.live;

import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.time.EngineClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a zone's rounds on one thread: one every interval of engine time, or as soon as it is woken
/// up, but never two within [#SHORTEST_PAUSE] of real time and never so many that they take more
/// than a fifth of a core, unless one takes longer than a quarter of the interval. While another
/// dispatcher has the zone there are none; in each term of one's own the first round waits until
/// the board has caught up with the events.
final class DispatchLoop {

  static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

  private static final int PAUSE_PER_WORK = 4;
  private static final Logger LOG = LoggerFactory.getLogger(DispatchLoop.class);

  private final String name;
  private final Consumer<DispatchTerm> round;
  private final Supplier<Optional<DispatchTerm>> term;
  private final Supplier<BooleanSupplier> catchUps;
  private final Duration interval;
  private final DispatchMetrics metrics;
  private final Semaphore wakes = new Semaphore(0);
  private @Nullable Thread thread;
  private @Nullable Awaited awaited;
  private @Nullable DispatchTerm begun;

  private record Awaited(DispatchTerm term, BooleanSupplier caughtUp) {}

  /// @param term the zone's, if it is one's own
  /// @param catchUps each says whether what was stored when it was first asked is on the board
  /// @param interval in engine time
  DispatchLoop(
      String zone,
      Consumer<DispatchTerm> round,
      Supplier<Optional<DispatchTerm>> term,
      Supplier<BooleanSupplier> catchUps,
      EngineClock clock,
      Duration interval,
      DispatchMetrics metrics) {
    this.name = "dispatch-" + zone;
    this.round = round;
    this.term = term;
    this.catchUps = catchUps;
    this.interval = longer(clock.toReal(interval), SHORTEST_PAUSE);
    this.metrics = metrics;
  }

  /// Something has changed that a round may decide about.
  void wake() {
    wakes.release();
  }

  synchronized void start() {
    if (thread == null) {
      thread = Thread.ofPlatform().name(name).daemon().start(this::rounds);
    }
  }

  /// Returns when no round runs any more.
  synchronized void stop() {
    Thread running = thread;
    thread = null;
    if (running == null) {
      return;
    }
    running.interrupt();
    try {
      running.join(TimeUnit.SECONDS.toMillis(15));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized boolean isRunning() {
    return thread != null;
  }

  private void rounds() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        DispatchTerm now = term.get().orElse(null);
        if (now != null && (now.equals(begun) || isCaughtUpIn(now))) {
          pause(timed(now));
        } else {
          wakes.drainPermits();
          TimeUnit.NANOSECONDS.sleep(SHORTEST_PAUSE.toNanos());
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isCaughtUpIn(DispatchTerm now) {
    if (awaited == null || !awaited.term().equals(now)) {
      awaited = new Awaited(now, catchUps.get());
    }
    if (isCaughtUp(awaited.caughtUp())) {
      LOG.info("Rounds of {} begin, one every {} ms at most.", name, interval.toMillis());
      begun = now;
    }
    return now.equals(begun);
  }

  private boolean isCaughtUp(BooleanSupplier caughtUp) {
    try {
      return caughtUp.getAsBoolean();
    } catch (RuntimeException e) {
      LOG.warn("It is not known whether {} has caught up with the events.", name, e);
      return false;
    }
  }

  private Duration timed(DispatchTerm now) {
    wakes.drainPermits();
    long began = System.nanoTime();
    try {
      round.accept(now);
    } catch (RuntimeException | Error e) {
      metrics.roundFailed();
      LOG.error("A round of {} failed; the next one follows.", name, e);
    }
    var took = Duration.ofNanos(System.nanoTime() - began);
    metrics.round(took);
    return took;
  }

  private void pause(Duration work) throws InterruptedException {
    Duration rest = rest(work, interval);
    TimeUnit.NANOSECONDS.sleep(rest.toNanos());
    var _ = wakes.tryAcquire(interval.minus(rest).toNanos(), TimeUnit.NANOSECONDS);
  }

  /// After so much work; no longer than the interval, however long the round took.
  static Duration rest(Duration work, Duration interval) {
    Duration rest = longer(work.multipliedBy(PAUSE_PER_WORK), SHORTEST_PAUSE);
    return rest.compareTo(interval) <= 0 ? rest : interval;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
