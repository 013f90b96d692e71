package id.antar.query.rebuild;

import id.antar.api.ops.JobProgress;
import id.antar.query.projection.FoldBatch;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Recorded;
import id.antar.query.projection.Rows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/// One projection on its way to being rebuilt. Once something went wrong with its storage or its
/// processor it is out: the others go on without it.
final class FreshProjection<S> {

  private static final int EVENTS_PER_BATCH = 2_000;

  private final Projector<S> projector;
  private final LiveProcessor processor;
  private final EmptyGaps gaps;
  private final DiscardedEvents discarded;
  private final JobProgress progress;
  private final List<EventMessage<?>> waiting = new ArrayList<>();

  /// Aggregates of which an event failed: as in the live processor, their later events are left out
  /// too.
  private final Set<String> failedSources = new HashSet<>();

  private @Nullable GatheredRows<S> fresh;
  private Reach target = Reach.NOTHING;
  private boolean out;
  private boolean replaceable = true;

  FreshProjection(
      Projector<S> projector,
      LiveProcessor processor,
      EmptyGaps gaps,
      DiscardedEvents discarded,
      JobProgress progress) {
    this.projector = projector;
    this.processor = processor;
    this.gaps = gaps;
    this.discarded = discarded;
    this.progress = progress;
  }

  List<Class<?>> eventTypes() {
    return projector.fold().eventTypes();
  }

  boolean isOut() {
    return out;
  }

  long reachable() {
    return gaps.leftOutOf(processor.reach()).solid();
  }

  long target() {
    return target.position();
  }

  /// @param gathered so many rows may be in memory
  void open(int gathered) {
    int most = projector.fold().isAppendOnly() ? 0 : gathered;
    attempt(
        "cannot be built",
        () -> fresh = new GatheredRows<>(projector.storage().createFresh(), most));
  }

  void announce() {
    attempt("cannot be asked for", processor::announce);
  }

  /// From now on nobody else changes the live rows. The processor comes first: it could not end its
  /// batch without the lock.
  void pause() {
    attempt("cannot be paused", () -> target = processor.pause());
    projector.writing().lock();
  }

  void holdOn() {
    attempt("cannot be held", processor::holdOn);
  }

  void resume() {
    projector.writing().unlock();
    attempt("cannot be resumed", processor::resume);
  }

  void takeWithinTarget(long position, EventMessage<?> message) {
    if (target.includes(position)) {
      take(message);
    }
  }

  void take(EventMessage<?> message) {
    if (!out && projector.fold().handles(message.getPayloadType())) {
      waiting.add(message);
      if (waiting.size() == EVENTS_PER_BATCH) {
        foldWaiting();
      }
    }
  }

  /// All that was taken is in the rows.
  void flush() {
    foldWaiting();
    GatheredRows<S> rows = fresh;
    if (rows != null && !out) {
      attempt("cannot be built", rows::flush);
    }
  }

  private void foldWaiting() {
    Rows<S> rows = fresh;
    if (rows != null && !waiting.isEmpty()) {
      attempt("cannot be built", () -> fold(rows));
    }
    waiting.clear();
  }

  private void fold(Rows<S> rows) {
    FoldBatch<S> batch = new FoldBatch<>(projector.fold(), rows);
    batch.load(keys());
    for (EventMessage<?> message : waiting) {
      if (!failedSources.contains(source(message))) {
        apply(batch, message);
      }
    }
    batch.save();
  }

  private Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    for (EventMessage<?> message : waiting) {
      try {
        keys.addAll(projector.fold().keys(message.getPayload()));
      } catch (RuntimeException e) {
        fail(message, e);
      }
    }
    return keys;
  }

  private void apply(FoldBatch<S> batch, EventMessage<?> message) {
    try {
      batch.apply(Recorded.of(message));
    } catch (RuntimeException e) {
      fail(message, e);
    }
  }

  /// An event that is parked in the live processor for the same reason is no news. After one that
  /// was given up the others of its source go on.
  private void fail(EventMessage<?> message, RuntimeException e) {
    if (discarded.contains(processor.name(), message.getIdentifier())) {
      return;
    }
    if (failedSources.add(source(message)) && !processor.hasParked(message)) {
      replaceable = false;
      progress.finding(
          "%s: event %s (%s of %s) cannot be folded: %s"
              .formatted(
                  name(),
                  message.getIdentifier(),
                  message.getPayloadType().getSimpleName(),
                  source(message),
                  e));
    }
  }

  void compare(Differences file, Runnable heartbeat) {
    Rows<S> rows = fresh;
    if (rows != null && !out) {
      attempt(
          "cannot be compared",
          () -> {
            projector.storage().settle();
            Comparison<S> comparison = new Comparison<>(projector, rows, file, heartbeat);
            comparison.run(progress, processor.parkedSequences());
          });
    }
  }

  /// Not without the claim, with which another engine would write into rows that are about to go.
  void replaceLive() {
    progress.advance(0);
    holdOn();
    if (!out && replaceable) {
      attempt(
          "cannot be replaced",
          () -> {
            projector.storage().replaceLive();
            release();
            progress.summary(name() + ": replaced");
          });
    }
  }

  void close() {
    if (fresh != null) {
      release();
      attempt("leaves its fresh rows behind", () -> projector.storage().dropFresh());
    }
  }

  private void release() {
    GatheredRows<S> rows = fresh;
    if (rows != null) {
      rows.close();
      fresh = null;
    }
  }

  private void attempt(String what, Runnable step) {
    try {
      step.run();
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      out = true;
      progress.finding(name() + " " + what + ": " + e);
    }
  }

  private String name() {
    return projector.storage().name();
  }

  static String source(EventMessage<?> message) {
    return message instanceof DomainEventMessage<?> stored
        ? stored.getAggregateIdentifier()
        : message.getIdentifier();
  }
}
