package id.antar.infra.history;

import id.antar.api.history.HistoryQuery.HistoryEvent;
import id.antar.api.message.MetaKeys;
import id.antar.infra.personal.EventJson;
import id.antar.infra.store.EventRows;
import id.antar.infra.store.PlacedSerializer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Stored events in the form in which they are told: their JSON of today's revision, without ever
/// becoming objects.
final class ShownEvents {
  private static final TypeReference<LinkedHashMap<String, Object>> DATA = new TypeReference<>() {};

  private final JsonMapper json = JsonMapper.shared();
  private final EventRows rows;
  private final EventJson opening;

  ShownEvents(EventRows rows, EventJson opening) {
    this.rows = rows;
    this.opening = opening;
  }

  /// Mostly one; upcasters may make none or several of what is stored.
  List<HistoryEvent> of(ResultSet row, boolean personal) throws SQLException {
    long position = row.getLong("global_index");
    GenericDomainEventEntry<byte[]> entry = EventRows.entry(row);
    JsonNode meta = json.readTree(row.getBytes("meta_data"));
    return rows.upcasters()
        .upcast(Stream.of(new InitialEventRepresentation(entry, rows.serializer())))
        .map(event -> event(position, entry, meta, event, personal))
        .toList();
  }

  private HistoryEvent event(
      long position,
      GenericDomainEventEntry<byte[]> entry,
      JsonNode meta,
      IntermediateEventRepresentation event,
      boolean personal) {
    String stored = entry.getPayload().getType().getName();
    String type = event.getType().getName();
    String source = entry.getAggregateIdentifier();
    JsonNode data = opening.shown(place(stored, entry), data(event), personal);
    int colon = source.indexOf(':');
    return new HistoryEvent(
        position,
        entry.getEventIdentifier(),
        type.substring(type.lastIndexOf('$') + 1),
        Objects.requireNonNullElse(event.getType().getRevision(), "1"),
        source.substring(0, Math.max(0, colon)),
        source.substring(colon + 1),
        entry.getSequenceNumber(),
        happenedAt(data, entry),
        entry.getTimestamp(),
        text(meta, MetaKeys.ACTOR),
        text(meta, MetaKeys.REQUEST_ID),
        text(meta, MetaKeys.CAUSATION_ID),
        text(meta, MetaKeys.CORRELATION_ID),
        json.treeToValue(data, DATA));
  }

  private static String place(String type, GenericDomainEventEntry<byte[]> entry) {
    return PlacedSerializer.placeOfEvent(
        type,
        entry.getAggregateIdentifier(),
        entry.getSequenceNumber(),
        entry.getEventIdentifier());
  }

  private static JsonNode data(IntermediateEventRepresentation event) {
    return event.getData(JsonNode.class).getData();
  }

  private static Instant happenedAt(JsonNode data, GenericDomainEventEntry<byte[]> entry) {
    JsonNode at = data.path("occurredAt");
    return at.isString() ? Instant.parse(at.asString()) : entry.getTimestamp();
  }

  private static @Nullable String text(JsonNode meta, String key) {
    JsonNode value = meta.path(key);
    return value.isString() ? value.asString() : null;
  }
}
