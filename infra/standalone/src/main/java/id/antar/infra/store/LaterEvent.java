package id.antar.infra.store;

import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;

/// An event of a type that only a later version knows, or in a later form that cannot be read here.
/// It goes by what is known of it, its type or else its family, the interface that its type stands
/// in, so that who follows either is told of it; and it cannot be read, so that nobody goes on as
/// if it had not been there.
public final class LaterEvent extends GenericTrackedDomainEventMessage<Object> {
  private static final long serialVersionUID = 1;

  private final String storedType;
  private final Class<Object> known;

  private LaterEvent(
      TrackingToken token,
      DomainEventMessage<Object> event,
      String storedType,
      Class<Object> known) {
    super(token, event);
    this.storedType = storedType;
    this.known = known;
  }

  /// What was read, or this instead of it.
  ///
  /// @param stored before upcasting
  @SuppressWarnings("unchecked")
  public static TrackedEventMessage<?> orKnown(
      TrackedEventMessage<?> read, SerializedType stored, Serializer serializer) {
    if (isKnown(read, stored, serializer) || !(read instanceof DomainEventMessage<?> event)) {
      return read;
    }
    return new LaterEvent(
        read.trackingToken(),
        (DomainEventMessage<Object>) event,
        stored.getName(),
        (Class<Object>) knownOf(read, stored, serializer));
  }

  /// A whole is not what its known parts say.
  ///
  /// @throws UnknownPart if the event of an aggregate is of a later version
  static void requireKnown(DomainEventMessage<?> event, SerializedType stored, Serializer json) {
    if (!isKnown(event, stored, json)) {
      throw new UnknownPart(stored.getName(), event.getAggregateIdentifier());
    }
  }

  private static boolean isKnown(Message<?> read, SerializedType stored, Serializer serializer) {
    Class<?> type = read.getPayloadType();
    return type != UnknownSerializedType.class
        && (revision(stored) <= revision(serializer.typeForClass(type)) || isReadable(read));
  }

  /// Most later forms only say more.
  private static boolean isReadable(Message<?> read) {
    try {
      return read.getPayload() != null;
    } catch (SerializationException _) {
      return false;
    }
  }

  private static int revision(SerializedType type) {
    String revision = type.getRevision();
    return revision == null ? 0 : Integer.parseInt(revision);
  }

  private static Class<?> knownOf(Message<?> read, SerializedType stored, Serializer serializer) {
    if (read.getPayloadType() != UnknownSerializedType.class) {
      return read.getPayloadType();
    }
    String type = stored.getName();
    int inner = type.lastIndexOf('$');
    return serializer.classForType(
        new SimpleSerializedType(inner < 0 ? type : type.substring(0, inner), null));
  }

  /// As it is called where it is known.
  public String storedType() {
    return storedType;
  }

  @Override
  public Class<Object> getPayloadType() {
    return known;
  }

  @Override
  public Object getPayload() {
    throw new SerializationException("Only a later version knows " + storedType + ".");
  }

  @Override
  public LaterEvent withTrackingToken(TrackingToken token) {
    return new LaterEvent(token, this, storedType, known);
  }

  @Override
  public LaterEvent withMetaData(Map<String, ?> metaData) {
    return new LaterEvent(trackingToken(), super.withMetaData(metaData), storedType, known);
  }

  @Override
  public LaterEvent andMetaData(Map<String, ?> metaData) {
    return new LaterEvent(trackingToken(), super.andMetaData(metaData), storedType, known);
  }

  /// Nothing can be decided here about an aggregate that a later version has changed.
  public static final class UnknownPart extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownPart(String type, String aggregate) {
      super("Only a later version knows " + type + " of " + aggregate + ".");
    }
  }
}
