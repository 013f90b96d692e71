package id.antar.api.audit;

import id.antar.api.account.Scope;
import id.antar.api.message.Actor;
import java.time.Instant;

/// What can be asked of the audit log: to remember that it is looked into, and what else leaves no
/// fact of its own.
public sealed interface AuditCommand {

  /// Sent before the look, at the log or at personal data of the past, which does not happen unless
  /// this is accepted.
  ///
  /// @param filter what is asked for, without client addresses
  record NoteAuditRead(Look look, String filter, Instant occurredAt) implements AuditCommand {}

  /// Sent before the token is told, which does not happen unless this is accepted.
  ///
  /// @param to who is known by it
  record NoteTokenIssued(Actor to, Scope scope, Instant expiresAt, Instant occurredAt)
      implements AuditCommand {}

  /// How it is looked at.
  enum Look {
    LIST,
    ENTRY,
    CSV,
    NDJSON,
    /// Personal data in the events themselves.
    EVENTS,
    /// Personal data in an export of events.
    EXPORT,
    /// Personal data in something as it was at a moment.
    ENTITY,
    /// Where people were, on a board of the past.
    BOARD,
    /// Where a courier was.
    TRACK,
    /// No look at anything here: a series that somebody brought was analysed.
    UPLOAD
  }
}
