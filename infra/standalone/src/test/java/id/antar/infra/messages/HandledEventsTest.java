package id.antar.infra.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandledEventsTest {

  private final Log log = new Log();
  private final HandledEvents events = new HandledEvents(log);

  @BeforeEach
  void numbersAreNeverHandled() throws InterruptedException {
    publish(0);
    events.skipMessagesWithPayloadTypeOf(events.nextAvailable());
  }

  @Test
  void whatIsNeverHandledIsPassedOver() throws InterruptedException {
    publish(1, "a", 2, 3, "b", "c");

    assertThat(read()).containsExactly("a", "b", "c");
  }

  @Test
  void theLastEventIsToldWhateverItIs() throws InterruptedException {
    publish("a", 1, 2, 3);

    assertThat(read()).containsExactly("a", 3);
  }

  @Test
  void whoLooksFirstFindsWhatComesNext() throws InterruptedException {
    assertThat(events.peek()).isEmpty();
    publish(1, 2, "a", "b");

    assertThat(events.peek().<Object>map(TrackedEventMessage::getPayload)).contains("a");
    assertThat(read()).containsExactly("a", "b");
  }

  @Test
  void nothingIsToldTwice() throws InterruptedException {
    publish(1, 2);
    assertThat(read()).containsExactly(2);
    assertThat(read()).isEmpty();

    publish(3, "a");
    assertThat(read()).containsExactly("a");
  }

  @Test
  void whoIsFarBehindIsToldOfSomethingNowAndThen() throws InterruptedException {
    for (int i = 0; i < 10_000; i++) {
      publish(i);
    }

    assertThat(read()).hasSizeBetween(5, 20).last().isEqualTo(9_999);
  }

  private List<Object> read() throws InterruptedException {
    var read = new ArrayList<>();
    while (events.hasNextAvailable()) {
      read.add(events.nextAvailable().getPayload());
    }
    return read;
  }

  private void publish(Object... payloads) {
    for (Object payload : payloads) {
      log.add(payload);
    }
  }

  private static final class Log implements BlockingStream<TrackedEventMessage<?>> {

    private final Queue<TrackedEventMessage<?>> events = new ArrayDeque<>();
    private long position;

    void add(Object payload) {
      var token = new GlobalSequenceTrackingToken(position++);
      events.add(
          new GenericTrackedEventMessage<>(token, GenericEventMessage.asEventMessage(payload)));
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return Optional.ofNullable(events.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
      return !events.isEmpty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() {
      return events.remove();
    }

    @Override
    public void close() {}
  }
}
