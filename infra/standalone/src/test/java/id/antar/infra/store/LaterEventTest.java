package id.antar.infra.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.infra.store.LaterEvent.UnknownPart;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.Test;

class LaterEventTest {
  private static final String TYPE = OrderEvent.class.getName() + "$OrderEnchanted";
  private static final String READY = OrderReady.class.getName();
  private static final String OTHER = "{\"orderId\":[1,2]}";
  private static final String STORED =
      "{\"orderId\":\"o-1\",\"occurredAt\":\"2026-01-02T03:04:05Z\",\"by\":\"a wizard\"}";

  private final Serializer serializer =
      Jackson3Serializer.builder().revisionResolver(_ -> "1").build();

  private static GenericDomainEventEntry<byte[]> stored(String type, String revision, String form) {
    return new GenericDomainEventEntry<>(
        "Order",
        "order:o-1",
        7,
        "event-1",
        "2026-01-02T03:04:05Z",
        type,
        revision,
        form.getBytes(UTF_8),
        "{}".getBytes(UTF_8));
  }

  private TrackedEventMessage<?> read(String type) {
    return read(stored(type, "1", STORED));
  }

  private TrackedEventMessage<?> read(GenericDomainEventEntry<byte[]> entry) {
    String type = entry.getPayload().getType().getName();
    TrackedEventMessage<?> event =
        EventUtils.upcastAndDeserializeTrackedEvents(
                Stream.of(new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(12), entry)),
                PlacedSerializer.ofEvent(type, "order:o-1", 7, "event-1", serializer),
                NoOpEventUpcaster.INSTANCE)
            .findFirst()
            .orElseThrow();
    return LaterEvent.orKnown(event, entry.getPayload().getType(), serializer);
  }

  @Test
  void itGoesByItsFamilyAndCannotBeRead() {
    TrackedEventMessage<?> later = read(TYPE);

    assertThat(later.getPayloadType()).isEqualTo(OrderEvent.class);
    assertThat(later.getIdentifier()).isEqualTo("event-1");
    assertThat(((DomainEventMessage<?>) later).getSequenceNumber()).isEqualTo(7);
    assertThatThrownBy(later::getPayload)
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("OrderEnchanted");
  }

  @Test
  void itIsParkedAsItWasStored() {
    TrackedEventMessage<?> moved =
        ((TrackedEventMessage<?>) read(TYPE).andMetaData(Map.of("a", "b")))
            .withTrackingToken(new GlobalSequenceTrackingToken(13));

    SerializedObject<byte[]> parked =
        moved.serializePayload(PlacedSerializer.ofEvent(moved, serializer), byte[].class);

    assertThat(moved).isInstanceOf(LaterEvent.class);
    assertThat(parked.getType().getName()).isEqualTo(TYPE);
    assertThat(parked.getType().getRevision()).isEqualTo("1");
    assertThat(parked.getData()).asString(UTF_8).isEqualTo(STORED);
  }

  @Test
  void oneOfAFamilyThatNobodyKnowsIsOfNoFamily() {
    assertThat(read("id.antar.api.magic.MagicEvent$Enchanted").getPayloadType())
        .isEqualTo(UnknownSerializedType.class);
  }

  @Test
  void oneInALaterFormThatCannotBeReadGoesByItsType() {
    TrackedEventMessage<?> later = read(stored(READY, "2", OTHER));

    assertThat(later.getPayloadType()).isEqualTo(OrderReady.class);
    assertThatThrownBy(later::getPayload).isInstanceOf(SerializationException.class);
  }

  @Test
  void aLaterFormThatOnlySaysMoreIsRead() {
    assertThat(read(stored(READY, "2", STORED)).getPayload()).isInstanceOf(OrderReady.class);
  }

  @Test
  void whatIsKnownAndCannotBeReadIsNoMatterOfVersions() {
    assertThat(read(stored(READY, "1", OTHER))).isNotInstanceOf(LaterEvent.class);
  }

  @Test
  void whatIsKnownStaysWhatItIs() {
    TrackedEventMessage<?> known = read(READY);

    assertThat(known).isNotInstanceOf(LaterEvent.class);
    assertThat(known.getPayload()).isInstanceOf(OrderReady.class);
  }

  @Test
  void anAggregateWithOneIsNotReadAsIfItWereNotThere() {
    for (GenericDomainEventEntry<byte[]> entry :
        List.of(stored(TYPE, "1", STORED), stored(READY, "2", OTHER))) {
      assertThatThrownBy(() -> require(entry))
          .isInstanceOf(UnknownPart.class)
          .hasMessageContaining(entry.getPayload().getType().getName())
          .hasMessageContaining("order:o-1");
    }
  }

  @Test
  void anAggregateWithoutOneIsRead() {
    assertThatCode(() -> require(stored(READY, "1", STORED))).doesNotThrowAnyException();
  }

  private void require(GenericDomainEventEntry<byte[]> entry) {
    PlacedEvents.read(entry, serializer, NoOpEventUpcaster.INSTANCE)
        .forEach(event -> LaterEvent.requireKnown(event, entry.getPayload().getType(), serializer));
  }
}
