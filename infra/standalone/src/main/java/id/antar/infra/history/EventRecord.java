package id.antar.infra.history;

import id.antar.api.history.HistoryQuery.HistoryEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// An event as a row of a table.
///
/// @param data what it says, as JSON
record EventRecord(
    long position,
    String eventId,
    String type,
    String revision,
    String kind,
    String id,
    long sequence,
    Instant happenedAt,
    Instant recordedAt,
    @Nullable String actor,
    @Nullable String requestId,
    @Nullable String causationId,
    @Nullable String correlationId,
    String data) {

  static EventRecord of(HistoryEvent event) {
    return new EventRecord(
        event.position(),
        event.eventId(),
        event.type(),
        event.revision(),
        event.kind(),
        event.id(),
        event.sequence(),
        event.happenedAt(),
        event.recordedAt(),
        event.actor(),
        event.requestId(),
        event.causationId(),
        event.correlationId(),
        JsonMapper.shared().writeValueAsString(event.data()));
  }
}
