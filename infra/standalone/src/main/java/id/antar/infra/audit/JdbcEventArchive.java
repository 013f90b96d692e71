package id.antar.infra.audit;

import id.antar.api.audit.AuditEvent.AccessRefused;
import id.antar.api.message.MetaKeys;
import id.antar.api.person.Personal;
import id.antar.infra.personal.DoesNotOpen;
import id.antar.infra.store.PlacedSerializer;
import id.antar.query.audit.EventArchive;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The event store as the audit log reads it: the metadata of many events from their table, and an
/// aggregate's events by the store itself.
final class JdbcEventArchive implements EventArchive {

  private static final Logger log = LoggerFactory.getLogger(JdbcEventArchive.class);
  private static final String BROKEN = "does not open";

  private final JdbcClient database;
  private final TransactionOperations transactions;
  private final Serializer serializer;
  private final ObjectProvider<EventStore> events;

  JdbcEventArchive(
      JdbcClient database,
      TransactionOperations transactions,
      Serializer serializer,
      ObjectProvider<EventStore> events) {
    this.database = database;
    this.transactions = transactions;
    this.serializer = serializer;
    this.events = events;
  }

  /// @param refused the payload of those that have the address of a stranger in it
  record Stored(
      String eventId,
      long position,
      Serializer serializer,
      byte[] metaData,
      byte @Nullable [] refused) {

    <T> T read(byte[] stored, Class<T> type) {
      var serialized = new SimpleSerializedObject<>(stored, byte[].class, type.getName(), null);
      return Objects.requireNonNull(serializer.<byte[], T>deserialize(serialized));
    }
  }

  @Override
  public Map<String, Origin> origins(Collection<String> eventIds) {
    Map<String, Origin> origins = new HashMap<>();
    for (Stored stored : eventIds.isEmpty() ? List.<Stored>of() : read(eventIds)) {
      origins.put(stored.eventId(), origin(stored));
    }
    return origins;
  }

  private List<Stored> read(Collection<String> eventIds) {
    return Objects.requireNonNull(
        transactions.execute(_ ->
            database
                .sql(
                    """
                    SELECT event_id, global_index, payload_type, aggregate_id, sequence_number, meta_data,
                      IF(payload_type = :refused, payload, NULL) AS refused
                    FROM domain_event WHERE event_id IN (:ids)\
                    """)
                .param("refused", AccessRefused.class.getName())
                .param("ids", eventIds)
                .query(this::stored)
                .list()));
  }

  private Stored stored(ResultSet row, int number) throws SQLException {
    String eventId = row.getString("event_id");
    return new Stored(
        eventId,
        row.getLong("global_index"),
        PlacedSerializer.ofEvent(
            row.getString("payload_type"),
            row.getString("aggregate_id"),
            row.getLong("sequence_number"),
            eventId,
            serializer),
        row.getBytes("meta_data"),
        row.getBytes("refused"));
  }

  /// One event that was tampered with does not hide the others.
  static Origin origin(Stored stored) {
    try {
      return opened(stored);
    } catch (RuntimeException e) {
      DoesNotOpen broken = DoesNotOpen.find(e).orElseThrow(() -> e);
      log.error("The origin of the event {}: {}", stored.eventId(), broken.getMessage());
      return broken(stored);
    }
  }

  private static Origin broken(Stored stored) {
    JsonNode meta = JsonMapper.shared().readTree(stored.metaData());
    return new Origin(
        stored.position(),
        BROKEN,
        BROKEN,
        meta.path(MetaKeys.CAUSATION_ID).asString(null),
        meta.path(MetaKeys.CORRELATION_ID).asString(null));
  }

  private static Origin opened(Stored stored) {
    MetaData meta = stored.read(stored.metaData(), MetaData.class);
    Object stranger =
        stored.refused() == null
            ? null
            : stored.read(stored.refused(), AccessRefused.class).stranger();
    return new Origin(
        stored.position(),
        text(stranger == null ? meta.get(MetaKeys.CLIENT_ADDRESS) : stranger),
        text(meta.get(MetaKeys.USER_AGENT)),
        text(meta.get(MetaKeys.CAUSATION_ID)),
        text(meta.get(MetaKeys.CORRELATION_ID)));
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Personal<?> personal -> personal.value() == null ? null : personal.value().toString();
      default -> value.toString();
    };
  }

  @Override
  public List<EventMessage<?>> history(String source, long upTo) {
    return events
        .getObject()
        .readEvents(source, 0)
        .asStream()
        .takeWhile(event -> event.getSequenceNumber() <= upTo)
        .<EventMessage<?>>map(DomainEventMessage.class::cast)
        .toList();
  }
}
