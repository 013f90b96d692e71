package id.antar.infra.store;

import id.antar.api.person.SealedAt;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// Writes and reads what is stored at one place. It goes along with what is read lazily; two of the
/// same place are equal, so that what was read is copied as it is.
public record PlacedSerializer(String place, Serializer serializer) implements Serializer {

  /// An event's place: it is the same in the event store and among the dead letters.
  public static PlacedSerializer ofEvent(EventMessage<?> event, Serializer serializer) {
    String type =
        event instanceof LaterEvent later
            ? later.storedType()
            : serializer.typeForClass(event.getPayloadType()).getName();
    return event instanceof DomainEventMessage<?> domain
        ? ofEvent(
            type,
            domain.getAggregateIdentifier(),
            domain.getSequenceNumber(),
            domain.getIdentifier(),
            serializer)
        : ofEvent(type, event.getIdentifier(), 0, event.getIdentifier(), serializer);
  }

  public static PlacedSerializer ofEvent(
      String type, String aggregate, long sequence, String eventId, Serializer serializer) {
    return new PlacedSerializer(placeOfEvent(type, aggregate, sequence, eventId), serializer);
  }

  public static String placeOfEvent(String type, String aggregate, long sequence, String eventId) {
    return String.join("/", "event", type, aggregate, Long.toString(sequence), eventId);
  }

  void within(Runnable work) {
    boolean _ =
        SealedAt.place(
            place,
            () -> {
              work.run();
              return true;
            });
  }

  @Override
  public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
    return SealedAt.place(place, () -> serializer.serialize(object, representation));
  }

  @Override
  public <S, T> T deserialize(SerializedObject<S> stored) {
    return SealedAt.place(place, () -> serializer.<S, T>deserialize(stored));
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> representation) {
    return serializer.canSerializeTo(representation);
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    return serializer.classForType(type);
  }

  @Override
  public SerializedType typeForClass(@Nullable Class type) {
    return serializer.typeForClass(type);
  }

  @Override
  public Converter getConverter() {
    return serializer.getConverter();
  }
}
