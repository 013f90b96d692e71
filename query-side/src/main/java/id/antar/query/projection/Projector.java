package id.antar.query.projection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// Keeps one projection up to date. The rows that a processor's batch concerns are read with its
/// first event and written when its unit of work is about to commit: two statements for as many
/// events as the batch has.
///
/// Two kinds of failure are told apart. An event that cannot be decoded or folded throws in its own
/// handler, so it is parked alone and the batch goes on. A server that does not answer fails the
/// whole batch at its commit: the processor backs off and handles the batch again, and nothing is
/// parked.
public final class Projector<S> {

  private final Fold<S> fold;
  private final Storage<S> storage;
  private final Rows<S> live;

  /// Held by whoever changes live rows: the processor's batch, a parked event handled again, or the
  /// rebuild that replaces them.
  private final ReentrantLock writing = new ReentrantLock();

  public Projector(Fold<S> fold, Storage<S> storage) {
    this.fold = fold;
    this.storage = storage;
    this.live = storage.live();
  }

  public Fold<S> fold() {
    return fold;
  }

  public Storage<S> storage() {
    return storage;
  }

  public ReentrantLock writing() {
    return writing;
  }

  /// To be called by an event handler, within its unit of work.
  public void handle(EventMessage<?> message) {
    UnitOfWork<?> work = CurrentUnitOfWork.get();
    String resource = "projector." + fold.name();
    Batch<S> batch = work.getResource(resource);
    if (batch == null) {
      batch = open(work);
      work.resources().put(resource, batch);
    }
    batch.handle(message);
  }

  private Batch<S> open(UnitOfWork<?> work) {
    Batch<S> batch = new Batch<>(fold, live);
    writing.lock();
    work.onCleanup(_ -> writing.unlock());
    work.onPrepareCommit(_ -> batch.commit());
    batch.load(
        work instanceof BatchingUnitOfWork<?> several
            ? several.getMessages()
            : List.of(work.getMessage()));
    return batch;
  }

  private static final class Batch<S> {

    private final Fold<S> fold;
    private final FoldBatch<S> rows;
    private @Nullable RuntimeException storageFailure;

    Batch(Fold<S> fold, Rows<S> live) {
      this.fold = fold;
      this.rows = new FoldBatch<>(fold, live);
    }

    void load(List<? extends Message<?>> messages) {
      Set<String> keys = new LinkedHashSet<>();
      for (Message<?> message : messages) {
        collectKeys(message, keys);
      }
      try {
        rows.load(keys);
      } catch (RuntimeException e) {
        storageFailure = e;
      }
    }

    /// What cannot be decoded is left to its own handler.
    private void collectKeys(Message<?> message, Set<String> keys) {
      if (fold.handles(message.getPayloadType())) {
        try {
          keys.addAll(fold.keys(message.getPayload()));
        } catch (RuntimeException _) {
          return;
        }
      }
    }

    void handle(EventMessage<?> message) {
      if (storageFailure == null) {
        rows.apply(Recorded.of(message));
      }
    }

    void commit() {
      if (storageFailure != null) {
        throw storageFailure;
      }
      rows.save();
    }
  }
}
