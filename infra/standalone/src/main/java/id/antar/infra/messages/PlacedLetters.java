package id.antar.infra.messages;

import id.antar.infra.store.LaterEvent;
import id.antar.infra.store.PlacedSerializer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.DefaultDeadLetterJdbcConverter;
import org.axonframework.eventhandling.deadletter.jdbc.DefaultDeadLetterStatementFactory;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;

/// Dead letters, in which what is personal stays bound to the event. One that cannot even be read
/// is parked as it was stored, and comes back as what it was.
final class PlacedLetters {
  private PlacedLetters() {}

  static final class Writing extends DefaultDeadLetterStatementFactory<EventMessage<?>> {
    private final DeadLetterSchema schema;
    private final Serializer serializer;
    private final Serializer eventSerializer;

    Writing(DeadLetterSchema schema, Serializer serializer, Serializer eventSerializer) {
      super(
          DefaultDeadLetterStatementFactory.<EventMessage<?>>builder()
              .schema(schema)
              .genericSerializer(serializer)
              .eventSerializer(eventSerializer));
      this.schema = schema;
      this.serializer = serializer;
      this.eventSerializer = eventSerializer;
    }

    @Override
    public PreparedStatement enqueueStatement(
        Connection connection,
        String group,
        String sequence,
        DeadLetter<? extends EventMessage<?>> letter,
        long index)
        throws SQLException {
      return DefaultDeadLetterStatementFactory.<EventMessage<?>>builder()
          .schema(schema)
          .genericSerializer(serializer)
          .eventSerializer(PlacedSerializer.ofEvent(letter.message(), eventSerializer))
          .build()
          .enqueueStatement(connection, group, sequence, letter, index);
    }
  }

  static final class Reading extends DefaultDeadLetterJdbcConverter<EventMessage<?>> {
    private final DeadLetterSchema schema;
    private final Serializer serializer;
    private final Serializer eventSerializer;

    Reading(DeadLetterSchema schema, Serializer serializer, Serializer eventSerializer) {
      super(
          DefaultDeadLetterJdbcConverter.<EventMessage<?>>builder()
              .schema(schema)
              .genericSerializer(serializer)
              .eventSerializer(eventSerializer));
      this.schema = schema;
      this.serializer = serializer;
      this.eventSerializer = eventSerializer;
    }

    @Override
    public JdbcDeadLetter<EventMessage<?>> convertToLetter(ResultSet row) throws SQLException {
      JdbcDeadLetter<EventMessage<?>> letter =
          DefaultDeadLetterJdbcConverter.<EventMessage<?>>builder()
              .schema(schema)
              .genericSerializer(serializer)
              .eventSerializer(placeOf(row))
              .build()
              .convertToLetter(row);
      return letter.message() instanceof TrackedEventMessage<?> event
          ? with(LaterEvent.orKnown(event, typeOf(row), eventSerializer), letter)
          : letter;
    }

    private static JdbcDeadLetter<EventMessage<?>> with(
        EventMessage<?> event, JdbcDeadLetter<EventMessage<?>> letter) {
      return new JdbcDeadLetter<>(
          letter.getIdentifier(),
          letter.getSequenceIndex(),
          letter.getSequenceIdentifier(),
          letter.enqueuedAt(),
          letter.lastTouched(),
          letter.cause().orElse(null),
          letter.diagnostics(),
          event);
    }

    private SerializedType typeOf(ResultSet row) throws SQLException {
      return new SimpleSerializedType(
          row.getString(schema.payloadTypeColumn()), row.getString(schema.payloadRevisionColumn()));
    }

    private PlacedSerializer placeOf(ResultSet row) throws SQLException {
      String eventId = row.getString(schema.eventIdentifierColumn());
      String aggregate = row.getString(schema.aggregateIdentifierColumn());
      return PlacedSerializer.ofEvent(
          row.getString(schema.payloadTypeColumn()),
          Optional.ofNullable(aggregate).orElse(eventId),
          aggregate == null ? 0 : row.getLong(schema.sequenceNumberColumn()),
          eventId,
          eventSerializer);
    }
  }
}
