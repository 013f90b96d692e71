package id.antar.api.audit;

import id.antar.api.message.Actor;
import id.antar.api.message.Query;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions to the audit log.
public sealed interface AuditQuery<R> extends Query<R> {

  /// Newest first.
  ///
  /// @param clientAddress is not among what the log keeps: so many entries are looked at in the
  ///   event store as one page allows, so that a page may hold fewer than `limit` and yet have a
  ///   next one
  record ListAudit(
      AuditFilter filter, @Nullable String clientAddress, @Nullable String cursor, int limit)
      implements AuditQuery<AuditPage> {
    @Override
    public Class<AuditPage> answer() {
      return AuditPage.class;
    }
  }

  record GetAuditEntry(String eventId) implements AuditQuery<AuditDetail> {
    @Override
    public Class<AuditDetail> answer() {
      return AuditDetail.class;
    }
  }

  /// What is absent does not matter.
  ///
  /// @param event the event's type, such as `OrderPlaced`
  /// @param operation what was done or refused: an event's or a command's type, or a method with
  ///   its route
  /// @param from the first moment of recording
  /// @param to the moment of recording before which it was
  record AuditFilter(
      @Nullable Actor actor,
      Actor.@Nullable Role role,
      @Nullable String event,
      @Nullable String operation,
      @Nullable String kind,
      @Nullable String id,
      @Nullable Outcome outcome,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String requestId) {}

  enum Outcome {
    CHANGED,
    REFUSED,
    /// Nothing was changed; somebody looked.
    READ
  }

  record AuditPage(List<AuditEntry> entries, @Nullable String nextCursor) {
    public AuditPage {
      entries = List.copyOf(entries);
    }
  }

  /// One event: a change, a refusal or a look.
  ///
  /// @param position of the event in the store
  /// @param actor who caused it, as `role:id`; absent for somebody who is not known
  /// @param clientAddress absent if there was none, or if whose it is was forgotten
  /// @param userAgent likewise
  /// @param kind of what it is about
  /// @param code why it was refused
  /// @param times how often it happened
  record AuditEntry(
      String eventId,
      long position,
      Instant recordedAt,
      Instant occurredAt,
      @Nullable String actor,
      @Nullable String requestId,
      @Nullable String clientAddress,
      @Nullable String userAgent,
      String event,
      String operation,
      @Nullable String kind,
      @Nullable String id,
      Outcome outcome,
      @Nullable String code,
      @Nullable String detail,
      long times) {}

  /// @param causationId the message that directly caused it
  /// @param correlationId the first message of the chain that it belongs to
  /// @param changes in the order of their paths
  record AuditDetail(
      AuditEntry entry,
      @Nullable String causationId,
      @Nullable String correlationId,
      Basis basis,
      List<Change> changes) {
    public AuditDetail {
      changes = List.copyOf(changes);
    }
  }

  /// What was compared.
  enum Basis {
    /// What the event is about, without the event and with it.
    STATE,
    /// Nothing, and what the event says.
    EVENT
  }

  /// @param path a JSON pointer
  /// @param before a text, number or truth value; absent if there was none
  /// @param after likewise
  record Change(String path, @Nullable Object before, @Nullable Object after) {}
}
