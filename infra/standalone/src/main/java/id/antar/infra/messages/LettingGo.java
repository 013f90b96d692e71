package id.antar.infra.messages;

import id.antar.infra.store.LaterEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
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
/// that a process of that version takes them from there. If one and the same event is still here
/// after a while, there is none: then it goes on, once and for all. Who follows the event's family
/// parks it, all others pass on.
final class LettingGo implements StreamableMessageSource<TrackedEventMessage<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(LettingGo.class);

  /// As long as a process of the later version may take to come up, where all are replaced at once.
  static final Duration PATIENCE = Duration.ofMinutes(2);

  /// For who parks nothing: what it passed would be lost to it.
  static final Duration FOR_EVER = ChronoUnit.FOREVER.getDuration();

  private final StreamableMessageSource<TrackedEventMessage<?>> events;
  private final String processor;
  private final Duration patience;
  private final InstantSource time;

  /// By the events' identifiers.
  private final Map<String, Instant> firstMet = new HashMap<>();

  private boolean alone;

  /// @param time real
  LettingGo(
      StreamableMessageSource<TrackedEventMessage<?>> events,
      String processor,
      Duration patience,
      InstantSource time) {
    this.events = events;
    this.processor = processor;
    this.patience = patience;
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

  private TrackedEventMessage<?> orLetGo(TrackedEventMessage<?> event) {
    if (event instanceof LaterEvent later) {
      String what = later.storedType() + " (" + later.getIdentifier() + ")";
      if (!isAloneWith(later)) {
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

  private synchronized boolean isAloneWith(LaterEvent event) {
    if (!alone) {
      Instant now = time.instant();
      Instant met = firstMet.computeIfAbsent(event.getIdentifier(), _ -> now);
      alone = Duration.between(met, now).compareTo(patience) >= 0;
    }
    return alone;
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
