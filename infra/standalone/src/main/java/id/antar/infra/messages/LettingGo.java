package id.antar.infra.messages;

import id.antar.infra.store.LaterEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The events of a processor that lets go of its segments at the first one of a later version, so
/// that a process of that version takes them from there. If nobody has for a while, there is none:
/// then it goes on, once and for all. Who follows the event's family parks it, all others pass on.
final class LettingGo implements StreamableMessageSource<TrackedEventMessage<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(LettingGo.class);

  /// As long as a process of the later version may take to come up, where all are replaced at once.
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private final StreamableMessageSource<TrackedEventMessage<?>> events;
  private final String processor;
  private final InstantSource time;
  private @Nullable Instant firstMet;

  /// @param time real
  LettingGo(
      StreamableMessageSource<TrackedEventMessage<?>> events,
      String processor,
      InstantSource time) {
    this.events = events;
    this.processor = processor;
    this.time = time;
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
    return new Stream(events.openStream(token));
  }

  @Override
  public @Nullable TrackingToken createTailToken() {
    return events.createTailToken();
  }

  @Override
  public @Nullable TrackingToken createHeadToken() {
    return events.createHeadToken();
  }

  @Override
  public @Nullable TrackingToken createTokenAt(Instant when) {
    return events.createTokenAt(when);
  }

  @Override
  public @Nullable TrackingToken createTokenSince(Duration duration) {
    return events.createTokenSince(duration);
  }

  private synchronized TrackedEventMessage<?> orLetGo(TrackedEventMessage<?> event) {
    if (event instanceof LaterEvent later) {
      Instant now = time.instant();
      firstMet = firstMet == null ? now : firstMet;
      String what = later.storedType() + " (" + later.getIdentifier() + ")";
      if (now.isBefore(firstMet.plus(PATIENCE))) {
        throw new EventProcessingException(
            processor + " is left to a later version, which knows " + what + ".", null);
      }
      LOG.error(
          "{} goes on without {}: only a later version knows it, and nobody came.",
          processor,
          what);
    }
    return event;
  }

  private final class Stream implements BlockingStream<TrackedEventMessage<?>> {
    private final BlockingStream<TrackedEventMessage<?>> stream;

    Stream(BlockingStream<TrackedEventMessage<?>> stream) {
      this.stream = stream;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
      return orLetGo(stream.nextAvailable());
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return stream.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
      return stream.hasNextAvailable(timeout, unit);
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      return stream.setOnAvailableCallback(callback);
    }

    /// Each one of a later version has to come here, also when its family is of no concern.
    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> message) {
      if (!(message instanceof LaterEvent)) {
        stream.skipMessagesWithPayloadTypeOf(message);
      }
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
