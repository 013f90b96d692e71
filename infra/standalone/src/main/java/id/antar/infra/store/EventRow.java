package id.antar.infra.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// An event as it is stored.
record EventRow(
    String eventId,
    String aggregateId,
    long sequence,
    @Nullable String aggregateType,
    String recordedAt,
    String payloadType,
    @Nullable String revision,
    byte[] payload,
    byte[] metaData) {

  static final int COLUMNS = 9;

  static EventRow of(EventMessage<?> message, Serializer serializer) {
    DomainEventMessage<?> event =
        message instanceof DomainEventMessage<?> domain
            ? domain
            : new GenericDomainEventMessage<>(
                null, message.getIdentifier(), 0, message, message::getTimestamp);
    SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
    return new EventRow(
        event.getIdentifier(),
        event.getAggregateIdentifier(),
        event.getSequenceNumber(),
        event.getType(),
        DateTimeUtils.formatInstant(event.getTimestamp()),
        payload.getType().getName(),
        payload.getType().getRevision(),
        payload.getData(),
        event.serializeMetaData(serializer, byte[].class).getData());
  }

  static String insert(EventSchema schema, int rows) {
    String columns =
        String.join(
            ", ",
            schema.eventIdentifierColumn(),
            schema.aggregateIdentifierColumn(),
            schema.sequenceNumberColumn(),
            schema.typeColumn(),
            schema.timestampColumn(),
            schema.payloadTypeColumn(),
            schema.payloadRevisionColumn(),
            schema.payloadColumn(),
            schema.metaDataColumn());
    String row = "(?" + ", ?".repeat(COLUMNS - 1) + ")";
    return "INSERT INTO %s (%s) VALUES %s"
        .formatted(schema.domainEventTable(), columns, row + (", " + row).repeat(rows - 1));
  }

  /// @param before how many values of other rows come first
  void bind(PreparedStatement statement, int before) throws SQLException {
    statement.setString(before + 1, eventId);
    statement.setString(before + 2, aggregateId);
    statement.setLong(before + 3, sequence);
    statement.setString(before + 4, aggregateType);
    statement.setString(before + 5, recordedAt);
    statement.setString(before + 6, payloadType);
    statement.setString(before + 7, revision);
    statement.setBytes(before + 8, payload);
    statement.setBytes(before + 9, metaData);
  }
}
