package id.antar.query.rebuild;

import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/// The event store, read once from its first event on.
final class StoredEvents implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;

  private final BlockingStream<TrackedEventMessage<?>> stream;
  private Reach read = Reach.NOTHING;

  StoredEvents(StreamableMessageSource<TrackedEventMessage<?>> store) {
    this.stream = store.openStream(null);
  }

  /// Gives every event up to this position, which must be one that has been handled by somebody.
  void readTo(long position, Reader reader) {
    while (read.position() < position) {
      TrackedEventMessage<?> message = next(position);
      Reach next = Reach.of(message.trackingToken());
      long event = read.eventBefore(next);
      read = next;
      reader.read(event, message);
    }
  }

  private TrackedEventMessage<?> next(long position) {
    try {
      if (stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return stream.nextAvailable();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted at event " + read.position() + ".", e);
    }
    throw new IllegalStateException(
        "After event "
            + read.position()
            + " there is none within "
            + PATIENCE_SECONDS
            + " s, although event "
            + position
            + " has been handled before.");
  }

  @Override
  public void close() {
    stream.close();
  }

  interface Reader {
    void read(long position, TrackedEventMessage<?> message);
  }
}
