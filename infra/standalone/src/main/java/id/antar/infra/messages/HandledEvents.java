package id.antar.infra.messages;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/// Events without those of types that their processor has said it never handles, but for the last
/// one there is: with it the processor's place in the log goes on. Not safe for several threads.
final class HandledEvents implements BlockingStream<TrackedEventMessage<?>> {

  /// So that a processor far behind, which handles hardly anything, still comes to hold its claim.
  private static final int SKIPPED_AT_ONCE = 1_000;

  private final BlockingStream<TrackedEventMessage<?>> stream;
  private final Set<Class<?>> unhandled = new HashSet<>();
  private @Nullable TrackedEventMessage<?> next;

  HandledEvents(BlockingStream<TrackedEventMessage<?>> stream) {
    this.stream = stream;
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    if (next == null && stream.hasNextAvailable(timeout, unit)) {
      TrackedEventMessage<?> found = stream.nextAvailable();
      for (int i = 0; i < SKIPPED_AT_ONCE && isUnhandled(found) && hasAnother(); i++) {
        found = stream.nextAvailable();
      }
      next = found;
    }
    return next != null;
  }

  private boolean isUnhandled(TrackedEventMessage<?> event) {
    return unhandled.contains(event.getPayloadType());
  }

  private boolean hasAnother() throws InterruptedException {
    return stream.hasNextAvailable(0, TimeUnit.MILLISECONDS);
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    try {
      boolean _ = hasNextAvailable(0, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Optional.ofNullable(next);
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    while (next == null) {
      boolean _ = hasNextAvailable(1, TimeUnit.SECONDS);
    }
    TrackedEventMessage<?> taken = next;
    next = null;
    return taken;
  }

  @Override
  public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> message) {
    unhandled.add(message.getPayloadType());
  }

  @Override
  public void close() {
    stream.close();
  }
}
