package id.antar.api.audit;

import java.time.Instant;

/// What can be asked of the audit log: to remember that it is looked into.
public sealed interface AuditCommand {

  /// Sent before the look, which does not happen unless this is accepted.
  ///
  /// @param filter what is asked for, without client addresses
  record NoteAuditRead(Look look, String filter, Instant occurredAt) implements AuditCommand {}

  /// How it is looked at.
  enum Look {
    LIST,
    ENTRY,
    CSV,
    NDJSON
  }
}
