package id.antar.dispatch.live;

import id.antar.api.dispatch.ShadowId;
import id.antar.dispatch.fleet.FleetIndex;
import id.antar.dispatch.fleet.FleetIndex.Fix;
import id.antar.dispatch.live.Planning.Planned;
import id.antar.dispatch.live.PolicyBook.Trial;
import id.antar.dispatch.shadow.Figure;
import id.antar.dispatch.shadow.Scores;
import id.antar.dispatch.shadow.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a candidate plan what a live round planned, on a thread of its own, and keeps the score. A
/// live round never waits for it: while the candidate is busy, or rests as long as the live loop
/// would, rounds are skipped and counted. What the candidate throws is counted, too.
final class Shadow implements AutoCloseable {

  /// What a candidate will plan for.
  ///
  /// @param seen the couriers' fixes of the moment
  record Sight(Trial trial, BoardSnapshot board, List<Fix> seen, Instant now) {}

  private static final Logger LOG = LoggerFactory.getLogger(Shadow.class);

  /// Of rest for each second of work: no more than a fifth of a core.
  private static final int REST_PER_WORK = 4;

  private static final long SAVED_EVERY = Duration.ofSeconds(10).toNanos();
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final PolicyBook policies;
  private final FleetIndex fleet;
  private final Trying trying;
  private final Scores scores;
  private final ShadowMetrics metrics;
  private final BooleanSupplier planning;
  private final ExecutorService thread;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicLong skipped = new AtomicLong();
  private volatile long restsUntil = System.nanoTime();

  /// The rest is the thread's own.
  private @Nullable ShadowId last;

  private long savedAt = System.nanoTime();
  private boolean hasFailed;

  /// @param planning whether the zone is planned here: only then is a score saved
  Shadow(
      PolicyBook policies,
      FleetIndex fleet,
      Trying trying,
      Scores scores,
      ShadowMetrics metrics,
      BooleanSupplier planning,
      ExecutorService thread) {
    this.policies = policies;
    this.fleet = fleet;
    this.trying = trying;
    this.scores = scores;
    this.metrics = metrics;
    this.planning = planning;
    this.thread = thread;
  }

  /// Empty while there is no candidate.
  Optional<Sight> look(BoardSnapshot board, Instant now) {
    return policies
        .trial()
        .map(trial ->
            new Sight(
                trial,
                board,
                board.onDuty().stream()
                    .flatMap(courier -> fleet.find(courier.courierId()).stream())
                    .toList(),
                now));
  }

  void follow(Sight sight, Planned live) {
    boolean rests = System.nanoTime() - restsUntil < 0;
    if (rests || !busy.compareAndSet(false, true)) {
      skip();
      return;
    }
    try {
      thread.execute(() -> compare(sight, live));
    } catch (RejectedExecutionException _) {
      busy.set(false);
      skip();
    }
  }

  private void skip() {
    var _ = skipped.incrementAndGet();
    metrics.skipped();
  }

  private void compare(Sight sight, Planned live) {
    long began = System.nanoTime();
    ShadowId id = sight.trial().started().shadowId();
    if (!id.equals(last)) {
      last = id;
      hasFailed = false;
    }
    try {
      scores.add(id, sight.now(), attempt(sight, live));
      saveNowAndThen(id);
    } catch (RuntimeException e) {
      LOG.warn("The score of shadow {} is not kept.", id, e);
    } finally {
      long work = System.nanoTime() - began;
      restsUntil = System.nanoTime() + REST_PER_WORK * work;
      busy.set(false);
    }
  }

  private Tally attempt(Sight sight, Planned live) {
    Tally late = Tally.of(Figure.SKIPPED, (double) skipped.getAndSet(0));
    try {
      Planned candidate =
          trying.plan(sight.trial().policy(), sight.board(), sight.seen(), sight.now());
      Tally round = SideBySide.of(live, candidate);
      metrics.compared(round);
      return late.plus(round);
    } catch (RuntimeException | StackOverflowError e) {
      metrics.failed();
      if (!hasFailed) {
        LOG.warn("Shadow {} cannot plan a round; it is told once.", last, e);
      }
      hasFailed = true;
      return late.plus(Tally.of(Figure.FAILED, 1));
    }
  }

  private void saveNowAndThen(ShadowId id) {
    if (System.nanoTime() - savedAt >= SAVED_EVERY && planning.getAsBoolean()) {
      savedAt = System.nanoTime();
      scores.save(id);
    }
  }

  @Override
  public void close() {
    try {
      thread.execute(this::farewell);
      thread.shutdown();
      var _ = thread.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void farewell() {
    try {
      if (last != null && planning.getAsBoolean()) {
        scores.save(last);
      }
    } catch (RuntimeException e) {
      LOG.warn("The last score of shadow {} is not kept.", last, e);
    }
  }
}
