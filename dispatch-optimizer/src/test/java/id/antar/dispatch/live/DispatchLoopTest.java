package id.antar.dispatch.live;

import static id.antar.dispatch.live.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.time.EngineClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatchLoopTest {

  private final EngineClock clock = new EngineClock(NOON, 1, () -> 0);
  private final DispatchMetrics metrics = new DispatchMetrics(new SimpleMeterRegistry());
  private final Semaphore rounds = new Semaphore(0);
  private final AtomicBoolean caughtUp = new AtomicBoolean(true);
  private DispatchLoop loop = loop(Duration.ofHours(1), rounds::release);

  private DispatchLoop loop(Duration interval, Runnable round) {
    return new DispatchLoop("main", round, caughtUp::get, clock, interval, metrics);
  }

  @AfterEach
  void stop() {
    loop.stop();
    assertThat(loop.isRunning()).isFalse();
  }

  private boolean aRoundRuns() throws InterruptedException {
    return roundsRun(1);
  }

  private boolean roundsRun(int count) throws InterruptedException {
    return rounds.tryAcquire(count, 10, TimeUnit.SECONDS);
  }

  @Test
  void aWakeBringsTheNextRoundAtOnce() throws InterruptedException {
    loop.start();
    assertThat(aRoundRuns()).isTrue();
    loop.wake();
    assertThat(aRoundRuns()).isTrue();
  }

  @Test
  void withoutAWakeARoundRunsEveryInterval() throws InterruptedException {
    loop = loop(Duration.ofMillis(10), rounds::release);
    loop.start();
    assertThat(roundsRun(3)).isTrue();
  }

  @Test
  void theFirstRoundWaitsUntilTheEventsAreCaughtUpWith() throws InterruptedException {
    var asked = new CountDownLatch(2);
    loop =
        new DispatchLoop(
            "main",
            rounds::release,
            () -> {
              asked.countDown();
              return caughtUp.get();
            },
            clock,
            Duration.ofHours(1),
            metrics);
    caughtUp.set(false);
    loop.start();
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(rounds.availablePermits()).isZero();
    caughtUp.set(true);
    assertThat(aRoundRuns()).isTrue();
  }

  @Test
  void afterALongRoundThePauseIsNoLongerThanTheInterval() {
    var interval = Duration.ofSeconds(5);
    assertThat(DispatchLoop.rest(Duration.ofSeconds(1), interval)).isEqualTo(Duration.ofSeconds(4));
    assertThat(DispatchLoop.rest(Duration.ofSeconds(3), interval)).isEqualTo(interval);
    assertThat(DispatchLoop.rest(Duration.ZERO, interval)).isEqualTo(DispatchLoop.SHORTEST_PAUSE);
  }

  @Test
  void aRoundThatFailsIsFollowedByTheNext() throws InterruptedException {
    var count = new AtomicInteger();
    loop =
        loop(
            Duration.ofMillis(10),
            () -> {
              rounds.release();
              if (count.incrementAndGet() == 1) {
                throw new IllegalStateException("The first round fails.");
              }
            });
    loop.start();
    assertThat(roundsRun(2)).isTrue();
  }

  @Test
  void neverTwoRoundsAtATime() throws InterruptedException {
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    loop =
        loop(
            Duration.ofMillis(1),
            () -> {
              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
              loop.wake();
              rounds.release();
              inside.decrementAndGet();
            });
    loop.start();
    loop.start();
    assertThat(roundsRun(3)).isTrue();
    assertThat(most.get()).isEqualTo(1);
  }
}
