package id.antar.infra.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.order.OrderEvent;
import id.antar.infra.store.LaterEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.Test;

class LettingGoTest {
  private static final String LATER = OrderEvent.class.getName() + "$OrderEnchanted";
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private final List<TrackedEventMessage<?>> log =
      List.of(event(0, String.class.getName()), event(1, LATER), event(2, LATER));
  private int begin;
  private final List<TrackedEventMessage<?>> skipped = new ArrayList<>();
  private Instant now = NOON;
  private final LettingGo events = patient(LettingGo.PATIENCE);

  private LettingGo patient(Duration patience) {
    return new LettingGo(_ -> new Reading(), "query.order", patience, () -> now);
  }

  private static TrackedEventMessage<?> event(int position, String type) {
    Serializer serializer = Jackson3Serializer.builder().revisionResolver(_ -> "1").build();
    var entry =
        new GenericDomainEventEntry<>(
            "Order",
            "order:o-1",
            position,
            "event-" + position,
            "2026-01-02T03:04:05Z",
            type,
            "1",
            "\"any\"".getBytes(UTF_8),
            "{}".getBytes(UTF_8));
    return EventUtils.upcastAndDeserializeTrackedEvents(
            Stream.of(
                new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(position), entry)),
            serializer,
            NoOpEventUpcaster.INSTANCE)
        .map(it -> LaterEvent.orKnown(it, entry.getPayload().getType(), serializer))
        .findFirst()
        .orElseThrow();
  }

  /// As the processor does it, which begins again where it was.
  private List<String> read() throws InterruptedException {
    return read(events);
  }

  private List<String> read(LettingGo events) throws InterruptedException {
    var read = new ArrayList<String>();
    try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(null)) {
      while (stream.hasNextAvailable()) {
        TrackedEventMessage<?> next = stream.nextAvailable();
        stream.skipMessagesWithPayloadTypeOf(next);
        read.add(next.getIdentifier());
      }
    }
    return read;
  }

  @Test
  void anEventOfALaterVersionIsLeftToIt() {
    for (int seconds : new int[] {0, 1, 119}) {
      now = NOON.plusSeconds(seconds);

      assertThatThrownBy(this::read)
          .isInstanceOf(EventProcessingException.class)
          .hasMessageContaining("query.order is left to a later version")
          .hasMessageContaining("event-1");
    }
  }

  @Test
  void whenNobodyComesItGoesOnForGood() throws InterruptedException {
    assertThatThrownBy(this::read).isInstanceOf(EventProcessingException.class);
    now = NOON.plus(LettingGo.PATIENCE);

    assertThat(read()).containsExactly("event-0", "event-1", "event-2");
  }

  @Test
  void eachEventIsWaitedForAsIfItWereTheFirst() throws InterruptedException {
    assertThatThrownBy(this::read).hasMessageContaining("event-1");

    now = NOON.plusSeconds(300);
    begin = 2;
    assertThatThrownBy(this::read).hasMessageContaining("event-2");
    now = now.plusSeconds(119);
    assertThatThrownBy(this::read).hasMessageContaining("event-2");
    now = now.plusSeconds(1);
    assertThat(read()).containsExactly("event-2");
  }

  @Test
  void whoIsAloneWaitsForNoOtherEvent() throws InterruptedException {
    begin = 2;
    assertThatThrownBy(this::read).isInstanceOf(EventProcessingException.class);
    now = NOON.plus(LettingGo.PATIENCE);
    assertThat(read()).containsExactly("event-2");

    begin = 0;
    assertThat(read()).hasSize(3);
  }

  @Test
  void whoParksNothingWaitsForEver() {
    LettingGo patient = patient(LettingGo.FOR_EVER);
    for (Instant when : List.of(NOON, NOON.plus(Duration.ofDays(10_000)), Instant.MAX)) {
      now = when;

      assertThatThrownBy(() -> read(patient)).isInstanceOf(EventProcessingException.class);
    }
  }

  @Test
  void noneIsPassedOverForItsFamily() throws InterruptedException {
    assertThatThrownBy(this::read).isInstanceOf(EventProcessingException.class);
    now = NOON.plus(LettingGo.PATIENCE);
    skipped.clear();

    assertThat(read()).hasSize(3);
    assertThat(skipped).extracting(TrackedEventMessage::getIdentifier).containsExactly("event-0");
  }

  private final class Reading implements BlockingStream<TrackedEventMessage<?>> {
    private int next = begin;

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return next < log.size() ? Optional.of(log.get(next)) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
      return next < log.size();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() {
      return log.get(next++);
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> message) {
      skipped.add(message);
    }

    @Override
    public void close() {}
  }
}
