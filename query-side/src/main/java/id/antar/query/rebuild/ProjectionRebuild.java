package id.antar.query.rebuild;

import static java.util.stream.Collectors.toSet;

import id.antar.api.ops.JobProgress;
import id.antar.query.log.LogPlaces;
import id.antar.query.projection.Projector;
import id.antar.query.rebuild.LiveProcessor.Elsewhere;
import id.antar.query.rebuild.RebuildTurns.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/// Builds projections anew from the events, beside the live one, while the engine runs. Near the
/// head of the store the live processors pause; the fresh rows come to exactly where each of them
/// stands, and are compared row by row. Queries are answered all the time.
public final class ProjectionRebuild {

  private static final int NEAR = 1_000;

  /// Of all projections together; some thousand bytes each.
  private static final int ROWS_GATHERED = 20_000;

  private static final long HEARTBEAT_NANOS = 1_000_000_000;

  private final List<Projector<?>> projectors;
  private final StreamableMessageSource<TrackedEventMessage<?>> store;
  private final ReadEvents reading;
  private final EventProcessingConfiguration processing;
  private final RebuildTurns turns;
  private final LogPlaces places;
  private final Elsewhere elsewhere;
  private final ReentrantLock turn = new ReentrantLock();

  ProjectionRebuild(
      List<Projector<?>> projectors,
      StreamableMessageSource<TrackedEventMessage<?>> store,
      ReadEvents reading,
      EventProcessingConfiguration processing,
      RebuildTurns turns,
      LogPlaces places,
      Elsewhere elsewhere) {
    this.projectors = List.copyOf(projectors);
    this.store = store;
    this.reading = reading;
    this.processing = processing;
    this.turns = turns;
    this.places = places;
    this.elsewhere = elsewhere;
  }

  /// Blocks until it is done. Every difference between a live row and its rebuilt one is a finding
  /// and a line of the job's result; unless `verifyOnly`, the fresh rows then take the live ones'
  /// place. A projection with an event that can no longer be folded keeps its live rows.
  ///
  /// @param names of the projections; all of them if there are none
  /// @throws IllegalStateException if another run is under way
  public void run(Collection<String> names, boolean verifyOnly, JobProgress progress) {
    List<Projector<?>> wanted =
        names.isEmpty() ? projectors : names.stream().map(this::projector).toList();
    alone(
        wanted, (events, held) -> new Run(events, held, wanted, true, !verifyOnly, progress).run());
  }

  /// The same for one projection whose live rows are lost or of an older form, so that there is
  /// nothing to compare with. Waits for its turn.
  ///
  /// @param name its fold's
  public void renew(String name, JobProgress progress) {
    Projector<?> projector = projector(name);
    List<Projector<?>> wanted = List.of(projector);
    turn.lock();
    locked(wanted, (events, held) -> new Run(events, held, wanted, false, true, progress).run());
  }

  /// Builds one projection as it was at a moment and leaves its rows as the result of the job.
  ///
  /// @throws IllegalStateException if another run is under way
  public void replay(String name, Instant until, JobProgress progress) {
    Projector<?> projector = projector(name);
    LiveProcessor live = processor("query." + name);
    var gaps = new EmptyGaps(places, System::nanoTime);
    var _ = gaps.leftOutOf(live.reach());
    gaps.await();
    long to = gaps.leftOutOf(live.reach()).solid();
    alone(
        List.of(projector),
        (events, _) -> new Replay<>(projector, until, progress).run(events, to));
  }

  /// Says what a view's parked events would change if they were handled now.
  ///
  /// @param sequence whose alone; of all if absent
  public void tryParked(String processor, @Nullable String sequence, JobProgress progress) {
    if (!processor.startsWith("query.")) {
      throw new IllegalArgumentException(
          "Only what keeps a view can be tried without effect, not " + processor + ".");
    }
    Projector<?> projector = projector(processor.substring("query.".length()));
    List<EventMessage<?>> parked = processor(processor).parked(sequence);
    new DryRun<>(projector, progress).run(parked);
  }

  private LiveProcessor processor(String name) {
    return new LiveProcessor(name, processing, elsewhere);
  }

  private Projector<?> projector(String name) {
    return projectors.stream()
        .filter(it -> it.fold().name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "There is no projection " + name + ", but: " + String.join(", ", names()) + "."));
  }

  private List<String> names() {
    return projectors.stream().map(it -> it.fold().name()).distinct().sorted().toList();
  }

  /// The rows beside the live ones are there once, for this engine and for all others.
  private void alone(List<Projector<?>> wanted, BiConsumer<StoredEvents, Turn> work) {
    if (!turn.tryLock()) {
      throw underWay();
    }
    locked(wanted, work);
  }

  private void locked(List<Projector<?>> wanted, BiConsumer<StoredEvents, Turn> work) {
    Set<Class<?>> types =
        wanted.stream().flatMap(it -> it.fold().eventTypes().stream()).collect(toSet());
    try (Turn held = turns.take().orElseThrow(ProjectionRebuild::underWay);
        StoredEvents events = new StoredEvents(reading, types)) {
      work.accept(events, held);
    } finally {
      turn.unlock();
    }
  }

  private static IllegalStateException underWay() {
    return new IllegalStateException("Another rebuild is under way.");
  }

  private final class Run {

    private final StoredEvents events;
    private final Turn held;
    private final boolean compares;
    private final boolean replaces;
    private final JobProgress progress;
    private final EmptyGaps gaps = new EmptyGaps(places, System::nanoTime);
    private final DiscardedEvents discarded = new DiscardedEvents(reading);
    private final List<FreshProjection<?>> projections;
    private final long start = System.nanoTime();
    private long read;
    private long passed;
    private long lastHeartbeat = System.nanoTime();

    Run(
        StoredEvents events,
        Turn held,
        List<Projector<?>> wanted,
        boolean compares,
        boolean replaces,
        JobProgress progress) {
      this.events = events;
      this.held = held;
      this.compares = compares;
      this.replaces = replaces;
      this.progress = progress;
      this.projections = wanted.stream().<FreshProjection<?>>map(this::freshProjection).toList();
    }

    private <S> FreshProjection<S> freshProjection(Projector<S> projector) {
      String processor = "query." + projector.fold().name();
      return new FreshProjection<>(
          projector, ProjectionRebuild.this.processor(processor), gaps, discarded, progress);
    }

    void run() {
      progress.total(Math.max(0, Reach.of(store.createHeadToken()).position() + 1));
      try {
        int each = Math.max(1_000, ROWS_GATHERED / Math.max(1, projections.size()));
        projections.forEach(projection -> projection.open(each));
        catchUpWhileRunning();
        finishPaused();
      } finally {
        projections.forEach(FreshProjection::close);
      }
    }

    private void catchUpWhileRunning() {
      var _ = reachable();
      gaps.await();
      long reached = -1;
      long goal = reachable();
      while (goal - reached > NEAR) {
        events.readTo(goal, (_, message) -> give(message), this::pass);
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

    private void give(EventMessage<?> message) {
      for (FreshProjection<?> projection : projections) {
        projection.take(message);
      }
      read++;
    }

    private void finishPaused() {
      List<FreshProjection<?>> paused = new ArrayList<>();
      try {
        projections.forEach(FreshProjection::announce);
        for (FreshProjection<?> projection : projections) {
          projection.pause();
          paused.add(projection);
          heartbeat();
        }
        readTheRest();
        summary();
        if (compares) {
          compare();
        }
        if (replaces) {
          held.requireHeld();
          projections.forEach(FreshProjection::replaceLive);
        }
      } finally {
        paused.forEach(FreshProjection::resume);
      }
    }

    private void compare() {
      try (var file = new Differences(progress)) {
        projections.forEach(projection -> projection.compare(file, this::heartbeat));
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
            read++;
          },
          this::pass);
      projections.forEach(FreshProjection::flush);
    }

    private void heartbeat() {
      progress.advance(0);
      if (System.nanoTime() - lastHeartbeat > HEARTBEAT_NANOS) {
        lastHeartbeat = System.nanoTime();
        projections.forEach(FreshProjection::holdOn);
      }
    }

    private void pass(long positions) {
      passed += positions;
      progress.advance(positions);
    }

    private void summary() {
      double seconds = (System.nanoTime() - start) / 1e9;
      progress.summary(
          String.format(
              Locale.ROOT,
              "%d events, of %d in the log, folded into %d projections in %.1f s, %d events/s",
              read,
              passed,
              projections.size(),
              seconds,
              Math.round(passed / Math.max(seconds, 1e-3))));
    }
  }
}
