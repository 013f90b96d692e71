package id.antar.infra.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The event store as its processors see it: who has come to its end is told when there is more.
/// The store's own streams tell nobody, and a processor that is not told looks again only every
/// half second. One thread waits at the end for all who are told equally soon.
final class PromptEvents implements StreamableMessageSource<TrackedEventMessage<?>>, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PromptEvents.class);
  private static final int WAIT_SECONDS = 1;

  private final StreamableMessageSource<TrackedEventMessage<?>> events;
  private final Duration gather;
  private final Set<Prompt> prompts = ConcurrentHashMap.newKeySet();
  private final Thread sentry =
      Thread.ofPlatform().daemon().name("events-sentry").unstarted(this::watch);
  private volatile boolean closed;

  /// @param gather how long an event waits for others, so that all are told of together: who is
  ///   told reads and commits each time
  PromptEvents(StreamableMessageSource<TrackedEventMessage<?>> events, Duration gather) {
    this.events = events;
    this.gather = gather;
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
    startOnce();
    return new Prompt(new HandledEvents(events.openStream(token)));
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
  public @Nullable TrackingToken createTokenAt(Instant time) {
    return events.createTokenAt(time);
  }

  @Override
  public @Nullable TrackingToken createTokenSince(Duration duration) {
    return events.createTokenSince(duration);
  }

  @Override
  public void close() {
    closed = true;
    sentry.interrupt();
  }

  private synchronized void startOnce() {
    if (sentry.getState() == Thread.State.NEW) {
      sentry.start();
    }
  }

  /// While it cannot look, processors look by themselves, every few seconds.
  private void watch() {
    while (!closed) {
      try (var end = events.openStream(events.createHeadToken())) {
        tell(end);
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException e) {
        log.warn("The end of the events cannot be watched: {}", e.toString());
        pause();
      }
    }
  }

  private void tell(BlockingStream<TrackedEventMessage<?>> end) throws InterruptedException {
    tellAll();
    while (!closed) {
      if (end.hasNextAvailable(WAIT_SECONDS, TimeUnit.SECONDS)) {
        gather(end);
        tellAll();
      }
    }
  }

  /// Also when the watch begins: nobody was told of what came before it.
  private void tellAll() {
    for (Prompt prompt : prompts) {
      try {
        prompt.tell();
      } catch (RuntimeException e) {
        log.warn("A processor could not be told of new events: {}", e.toString());
      }
    }
  }

  private void gather(BlockingStream<TrackedEventMessage<?>> end) throws InterruptedException {
    long until = System.nanoTime() + gather.toNanos();
    int left;
    do {
      var _ = end.nextAvailable();
      left = (int) TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
    } while (left > 0 && end.hasNextAvailable(left, TimeUnit.MILLISECONDS));
  }

  private void pause() {
    try {
      TimeUnit.SECONDS.sleep(WAIT_SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Prompt implements BlockingStream<TrackedEventMessage<?>> {

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private volatile Runnable onAvailable = () -> {};

    Prompt(BlockingStream<TrackedEventMessage<?>> stream) {
      this.stream = stream;
    }

    void tell() {
      onAvailable.run();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      onAvailable = callback;
      prompts.add(this);
      return true;
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
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
      return stream.nextAvailable();
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> message) {
      stream.skipMessagesWithPayloadTypeOf(message);
    }

    @Override
    public void close() {
      prompts.remove(this);
      stream.close();
    }
  }
}
