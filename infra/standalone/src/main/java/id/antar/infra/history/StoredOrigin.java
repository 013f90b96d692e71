package id.antar.infra.history;

import id.antar.api.audit.AuditEvent.AccessRefused;
import id.antar.api.message.MetaKeys;
import id.antar.api.person.Personal;
import id.antar.infra.personal.DoesNotOpen;
import id.antar.infra.store.PlacedSerializer;
import id.antar.query.history.EventArchive.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What stands beside an event in the store.
///
/// @param refused the payload of those that have the address of a stranger in it
record StoredOrigin(
    String eventId,
    long position,
    Serializer serializer,
    byte[] metaData,
    byte @Nullable [] refused) {

  private static final Logger log = LoggerFactory.getLogger(StoredOrigin.class);
  private static final String BROKEN = "does not open";

  static StoredOrigin of(ResultSet row, Serializer serializer) throws SQLException {
    String eventId = row.getString("event_id");
    return new StoredOrigin(
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
  Origin origin() {
    try {
      return opened();
    } catch (RuntimeException e) {
      DoesNotOpen broken = DoesNotOpen.find(e).orElseThrow(() -> e);
      log.error("The origin of the event {}: {}", eventId, broken.getMessage());
      return broken();
    }
  }

  private Origin broken() {
    JsonNode meta = JsonMapper.shared().readTree(metaData);
    return new Origin(
        position,
        BROKEN,
        BROKEN,
        meta.path(MetaKeys.CAUSATION_ID).asString(null),
        meta.path(MetaKeys.CORRELATION_ID).asString(null));
  }

  private Origin opened() {
    MetaData meta = read(metaData, MetaData.class);
    Object stranger = refused == null ? null : read(refused, AccessRefused.class).stranger();
    return new Origin(
        position,
        text(stranger == null ? meta.get(MetaKeys.CLIENT_ADDRESS) : stranger),
        text(meta.get(MetaKeys.USER_AGENT)),
        text(meta.get(MetaKeys.CAUSATION_ID)),
        text(meta.get(MetaKeys.CORRELATION_ID)));
  }

  private <T> T read(byte[] stored, Class<T> type) {
    var serialized = new SimpleSerializedObject<>(stored, byte[].class, type.getName(), null);
    return Objects.requireNonNull(serializer.<byte[], T>deserialize(serialized));
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Personal<?> personal -> personal.value() == null ? null : personal.value().toString();
      default -> value.toString();
    };
  }
}
