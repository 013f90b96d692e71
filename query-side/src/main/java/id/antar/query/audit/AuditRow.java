package id.antar.query.audit;

import id.antar.api.audit.AuditQuery.AuditEntry;
import id.antar.api.audit.AuditQuery.Outcome;
import id.antar.query.history.EventArchive.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of one event without looking at it again.
///
/// @param source the aggregate that the event belongs to
/// @param sequence its place there
record AuditRow(
    String eventId,
    String source,
    long sequence,
    Instant recordedAt,
    Instant occurredAt,
    @Nullable String actor,
    @Nullable String requestId,
    @Nullable String correlationId,
    String event,
    What what) {

  /// @param operation what was done or refused
  /// @param kind of what it is about
  record What(
      String operation,
      @Nullable String kind,
      @Nullable String id,
      Outcome outcome,
      @Nullable String code,
      @Nullable String detail,
      long times) {

    static What changed(String event, @Nullable String kind, @Nullable String id) {
      return new What(event, kind, id, Outcome.CHANGED, null, null, 1);
    }
  }

  AuditEntry entry(Origin origin) {
    return new AuditEntry(
        eventId,
        origin.position(),
        recordedAt,
        occurredAt,
        actor,
        requestId,
        origin.clientAddress(),
        origin.userAgent(),
        event,
        what.operation(),
        what.kind(),
        what.id(),
        what.outcome(),
        what.code(),
        what.detail(),
        what.times());
  }
}
