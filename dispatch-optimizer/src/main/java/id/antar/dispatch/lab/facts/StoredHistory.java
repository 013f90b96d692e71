package id.antar.dispatch.lab.facts;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.courier.CourierEvent;
import id.antar.api.dispatch.DispatchEvent;
import id.antar.api.order.OrderEvent;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/// The event store. Only what dispatch is about is deserialised.
public final class StoredHistory implements History {

  private static final int PATIENCE_SECONDS = 5;
  private static final int EVENTS_PER_PULSE = 100;

  private final StreamableMessageSource<TrackedEventMessage<?>> events;

  public StoredHistory(StreamableMessageSource<TrackedEventMessage<?>> events) {
    this.events = events;
  }

  @Override
  public void read(Instant since, Runnable pulse, Reader reader) {
    long end = position(events.createHeadToken());
    @Nullable TrackingToken begin = events.createTokenAt(since);
    long position = position(begin);
    try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(begin)) {
      while (position < end && stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        TrackedEventMessage<?> event = stream.nextAvailable();
        position = position(event.trackingToken());
        if (position % EVENTS_PER_PULSE == 0) {
          pulse.run();
        }
        if (isWanted(event.getPayloadType())
            && !reader.read(event.getPayload(), event.getTimestamp())) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while reading history.", e);
    }
    if (position < end) {
      throw new IllegalStateException(
          "Events after position %d of %d did not come.".formatted(position, end));
    }
  }

  private static boolean isWanted(Class<?> type) {
    return OrderEvent.class.isAssignableFrom(type)
        || AssignmentEvent.class.isAssignableFrom(type)
        || CourierEvent.class.isAssignableFrom(type)
        || DispatchEvent.class.isAssignableFrom(type);
  }

  private static long position(@Nullable TrackingToken token) {
    return token == null ? -1 : token.position().orElse(-1);
  }
}
