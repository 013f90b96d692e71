package id.antar.query.projection;

import id.antar.api.message.Actor;
import id.antar.api.message.MetaKeys;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/// An event with what was recorded beside it.
///
/// @param source the aggregate that it belongs to
/// @param sequence its place among the events of its source, from 0 on
/// @param recordedAt the engine's clock when it was stored
/// @param actor who caused it, as `role:id`
/// @param eventId of this event alone
/// @param requestId the request that it began with, if it did with one
/// @param correlationId the first message of the chain that it belongs to
public record Recorded(
    Object event,
    String source,
    long sequence,
    Instant recordedAt,
    String actor,
    String eventId,
    @Nullable String requestId,
    @Nullable String correlationId) {

  public Recorded(
      Object event,
      String source,
      long sequence,
      Instant recordedAt,
      String actor,
      String eventId,
      @Nullable String requestId) {
    this(event, source, sequence, recordedAt, actor, eventId, requestId, null);
  }

  public static Recorded of(EventMessage<?> message) {
    if (!(message instanceof DomainEventMessage<?> stored)) {
      throw new IllegalArgumentException(
          "The event "
              + message.getPayloadType().getName()
              + " ("
              + message.getIdentifier()
              + ") is not an aggregate's.");
    }
    Object actor = message.getMetaData().getOrDefault(MetaKeys.ACTOR, Actor.SYSTEM);
    return new Recorded(
        message.getPayload(),
        stored.getAggregateIdentifier(),
        stored.getSequenceNumber(),
        message.getTimestamp(),
        actor.toString(),
        message.getIdentifier(),
        (String) message.getMetaData().get(MetaKeys.REQUEST_ID),
        (String) message.getMetaData().get(MetaKeys.CORRELATION_ID));
  }
}
