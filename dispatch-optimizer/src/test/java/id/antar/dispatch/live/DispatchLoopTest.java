package id.antar.dispatch.live;

import static id.antar.dispatch.live.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.time.EngineClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatchLoopTest {

  private final EngineClock clock = new EngineClock(NOON, 1, () -> 0);
  private final DispatchMetrics metrics = new DispatchMetrics(new SimpleMeterRegistry());
  private final Semaphore rounds = new Semaphore(0);
  private final AtomicBoolean caughtUp = new AtomicBoolean(true);
  private final AtomicReference<Optional<DispatchTerm>> term = new AtomicReference<>(term(1));
  private final Semaphore asked = new Semaphore(0);
  private DispatchLoop loop = loop(Duration.ofHours(1), rounds::release);

  private DispatchLoop loop(Duration interval, Runnable round) {
    return loop(interval, _ -> round.run(), () -> caughtUp::get);
  }

  private DispatchLoop loop(
      Duration interval, Consumer<DispatchTerm> round, Supplier<BooleanSupplier> catchUps) {
    return new DispatchLoop("main", round, this::term, catchUps, clock, interval, metrics);
  }

  private Optional<DispatchTerm> term() {
    asked.release();
    return term.get();
  }

  private static Optional<DispatchTerm> term(long number) {
    return Optional.of(new DispatchTerm(new ZoneId("main"), number));
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
        loop(
            Duration.ofHours(1),
            _ -> rounds.release(),
            () ->
                () -> {
                  asked.countDown();
                  return caughtUp.get();
                });
    caughtUp.set(false);
    loop.start();
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(rounds.availablePermits()).isZero();
    caughtUp.set(true);
    assertThat(aRoundRuns()).isTrue();
  }

  @Test
  void thereAreNoRoundsInAZoneThatAnotherOnePlans() throws InterruptedException {
    var told = new LinkedBlockingQueue<DispatchTerm>();
    term.set(Optional.empty());
    loop = loop(Duration.ofMillis(10), told::add, () -> caughtUp::get);
    loop.start();
    assertThat(asked.tryAcquire(5, 10, TimeUnit.SECONDS)).isTrue();
    assertThat(told).isEmpty();
    term.set(term(2));
    assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(term(2).orElseThrow());
  }

  @Test
  void inEachTermTheEventsAreCaughtUpWithAnew() throws InterruptedException {
    var goals = new AtomicInteger();
    var told = new LinkedBlockingQueue<DispatchTerm>();
    loop =
        loop(
            Duration.ofMillis(10),
            told::add,
            () -> {
              goals.incrementAndGet();
              return () -> true;
            });
    loop.start();
    assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(term(1).orElseThrow());
    assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(term(1).orElseThrow());
    assertThat(goals).hasValue(1);
    term.set(term(3));
    DispatchTerm next = told.poll(10, TimeUnit.SECONDS);
    while (next != null && next.number() == 1) {
      next = told.poll(10, TimeUnit.SECONDS);
    }
    assertThat(next).isEqualTo(term(3).orElseThrow());
    assertThat(goals).hasValue(2);
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
