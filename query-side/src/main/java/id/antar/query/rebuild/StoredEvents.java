package id.antar.query.rebuild;

import id.antar.query.rebuild.ReadEvents.Placed;
import id.antar.query.rebuild.ReadEvents.Stretch;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.axonframework.eventhandling.EventMessage;

/// The event store, read once from its first event on. While a stretch of it is handled, the next
/// one is read and decoded.
final class StoredEvents implements AutoCloseable {

  private static final int AT_ONCE = 2_000;

  private final ReadEvents events;
  private final List<Class<?>> types;
  private final ExecutorService ahead =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("rebuild-reader").factory());
  private long read;

  StoredEvents(ReadEvents events, Collection<Class<?>> types) {
    this.events = events;
    this.types = List.copyOf(types);
  }

  /// Gives every event up to this position, before which all have been handled by somebody.
  ///
  /// @param passed is told how many positions were left behind
  void readTo(long position, Reader reader, LongConsumer passed) {
    if (read >= position) {
      return;
    }
    Future<Stretch> next = readAhead(read, position);
    while (read < position) {
      Stretch stretch = await(next);
      if (stretch.reached() < position) {
        next = readAhead(stretch.reached(), position);
      }
      for (Placed placed : stretch.events()) {
        reader.read(placed.position(), placed.message());
      }
      passed.accept(stretch.reached() - read);
      read = stretch.reached();
    }
  }

  private Future<Stretch> readAhead(long after, long upTo) {
    return ahead.submit(() -> events.read(after, upTo, types, AT_ONCE));
  }

  private Stretch await(Future<Stretch> stretch) {
    try {
      return stretch.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted at event " + read + ".", e);
    } catch (ExecutionException | CancellationException e) {
      throw new IllegalStateException("The events after " + read + " cannot be read.", e);
    }
  }

  @Override
  public void close() {
    var _ = ahead.shutdownNow();
  }

  interface Reader {
    void read(long position, EventMessage<?> message);
  }
}
