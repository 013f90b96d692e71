package id.antar.query.rebuild;

import id.antar.api.ops.JobProgress;
import id.antar.query.projection.Projector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/// Builds every projection anew from the events, beside the live one, while the engine runs. Near
/// the head of the store the live processors pause; the fresh rows come to exactly where each of
/// them stands, and are compared row by row. Queries are answered all the time.
public final class ProjectionRebuild {

  private static final int NEAR = 1_000;
  private static final int PROGRESS_STEP = 500;
  private static final long HEARTBEAT_NANOS = 1_000_000_000;

  private final List<Projector<?>> projectors;
  private final StreamableMessageSource<TrackedEventMessage<?>> store;
  private final EventProcessingConfiguration processing;
  private final ReentrantLock turn = new ReentrantLock();

  ProjectionRebuild(
      List<Projector<?>> projectors,
      StreamableMessageSource<TrackedEventMessage<?>> store,
      EventProcessingConfiguration processing) {
    this.projectors = List.copyOf(projectors);
    this.store = store;
    this.processing = processing;
  }

  /// Blocks until it is done. Every difference between a live row and its rebuilt one is a finding;
  /// unless `verifyOnly`, the fresh rows then take the live ones' place. A projection with an event
  /// that can no longer be folded keeps its live rows.
  ///
  /// @throws IllegalStateException if another run is under way
  public void run(boolean verifyOnly, JobProgress progress) {
    if (!turn.tryLock()) {
      throw new IllegalStateException("Another rebuild is under way.");
    }
    runLocked(projectors, true, !verifyOnly, progress);
  }

  /// The same for one projection whose live rows are lost or of an older form, so that there is
  /// nothing to compare with. Waits for its turn.
  ///
  /// @param fold its name
  public void renew(String fold, JobProgress progress) {
    List<Projector<?>> one = new ArrayList<>(projectors);
    one.removeIf(it -> !it.fold().name().equals(fold));
    turn.lock();
    runLocked(one, false, true, progress);
  }

  private void runLocked(
      List<Projector<?>> wanted, boolean compares, boolean replaces, JobProgress progress) {
    try (StoredEvents events = new StoredEvents(store)) {
      new Run(events, wanted, compares, replaces, progress).run();
    } finally {
      turn.unlock();
    }
  }

  private final class Run {

    private final StoredEvents events;
    private final boolean compares;
    private final boolean replaces;
    private final JobProgress progress;
    private final List<FreshProjection<?>> projections;
    private final long start = System.nanoTime();
    private long read;
    private long lastHeartbeat = System.nanoTime();

    Run(
        StoredEvents events,
        List<Projector<?>> wanted,
        boolean compares,
        boolean replaces,
        JobProgress progress) {
      this.events = events;
      this.compares = compares;
      this.replaces = replaces;
      this.progress = progress;
      this.projections = wanted.stream().<FreshProjection<?>>map(this::freshProjection).toList();
    }

    private <S> FreshProjection<S> freshProjection(Projector<S> projector) {
      String processor = "query." + projector.fold().name();
      return new FreshProjection<>(projector, new LiveProcessor(processor, processing), progress);
    }

    void run() {
      progress.total(Math.max(0, Reach.of(store.createHeadToken()).position() + 1));
      try {
        projections.forEach(FreshProjection::open);
        catchUpWhileRunning();
        finishPaused();
      } finally {
        projections.forEach(FreshProjection::close);
      }
    }

    private void catchUpWhileRunning() {
      long reached = -1;
      long goal = reachable();
      while (goal - reached > NEAR) {
        events.readTo(goal, (_, message) -> give(message));
        reached = goal;
        goal = reachable();
      }
      projections.forEach(FreshProjection::flush);
    }

    /// As far as every processor has come.
    private long reachable() {
      return projections.stream()
          .filter(projection -> !projection.isOut())
          .mapToLong(FreshProjection::reachable)
          .min()
          .orElse(-1);
    }

    private void give(TrackedEventMessage<?> message) {
      for (FreshProjection<?> projection : projections) {
        projection.take(message);
      }
      count();
    }

    private void finishPaused() {
      List<FreshProjection<?>> paused = new ArrayList<>();
      try {
        for (FreshProjection<?> projection : projections) {
          projection.pause();
          paused.add(projection);
        }
        readTheRest();
        summary();
        if (compares) {
          projections.forEach(projection -> projection.compare(this::heartbeat));
        }
        if (replaces) {
          projections.forEach(FreshProjection::replaceLive);
        }
      } finally {
        paused.forEach(FreshProjection::resume);
      }
    }

    private void readTheRest() {
      long last =
          projections.stream()
              .filter(projection -> !projection.isOut())
              .mapToLong(FreshProjection::target)
              .max()
              .orElse(-1);
      events.readTo(
          last,
          (position, message) -> {
            heartbeat();
            for (FreshProjection<?> projection : projections) {
              projection.takeWithinTarget(position, message);
            }
            count();
          });
      projections.forEach(FreshProjection::flush);
    }

    private void heartbeat() {
      if (System.nanoTime() - lastHeartbeat > HEARTBEAT_NANOS) {
        lastHeartbeat = System.nanoTime();
        projections.forEach(FreshProjection::holdOn);
      }
    }

    private void count() {
      if (++read % PROGRESS_STEP == 0) {
        progress.advance(PROGRESS_STEP);
      }
    }

    private void summary() {
      progress.advance(read % PROGRESS_STEP);
      double seconds = (System.nanoTime() - start) / 1e9;
      progress.summary(
          String.format(
              Locale.ROOT,
              "%d events folded into %d projections in %.1f s, %d events/s",
              read,
              projections.size(),
              seconds,
              Math.round(read / Math.max(seconds, 1e-3))));
    }
  }
}
