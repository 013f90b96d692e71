package id.antar.api.audit;

import id.antar.api.account.Scope;
import id.antar.api.message.Actor;
import id.antar.api.person.Personal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the audit log knows beside what was changed: what was refused, what could not be written
/// down, and who looked. Who caused it and from where is beside the event, as with every other.
/// Each event of this family is the only one of its stream.
///
/// `times` is how often the same happened within the minute after the first, which is the one that
/// `occurredAt` and the metadata tell of.
public sealed interface AuditEvent {
  Instant occurredAt();

  /// A rule said no to a command from outside; nothing was changed.
  ///
  /// @param kind of what the command was sent to
  /// @param id of what the command was sent to
  record CommandRefused(
      String command,
      String kind,
      String id,
      String code,
      String detail,
      long times,
      Instant occurredAt)
      implements AuditEvent {

    public CommandRefused withTimes(long count) {
      return new CommandRefused(command, kind, id, code, detail, count, occurredAt);
    }
  }

  /// The gateway let somebody not in, or not so often.
  ///
  /// @param method of HTTP, or `SUBSCRIBE` for a topic of a stream
  /// @param route the pattern of the address or topic, never what a client put in its place
  /// @param stranger the address of somebody who is not known
  record AccessRefused(
      String method,
      String route,
      int status,
      String code,
      @Nullable Personal<String> stranger,
      long times,
      Instant occurredAt)
      implements AuditEvent {

    public AccessRefused withTimes(long count) {
      return new AccessRefused(method, route, status, code, stranger, count, occurredAt);
    }
  }

  /// More different refusals came than are written down one by one: these were only counted.
  record RefusalsCounted(Source source, long times, Instant occurredAt) implements AuditEvent {

    public RefusalsCounted withTimes(long count) {
      return new RefusalsCounted(source, count, occurredAt);
    }

    public enum Source {
      /// One actor or one address.
      ONE,
      /// All who are not known.
      STRANGERS,
      EVERYBODY
    }
  }

  /// Refusals came faster than they could be taken in; no more is known of them.
  record RefusalsLost(long times, Instant occurredAt) implements AuditEvent {}

  /// Somebody looked into the audit log, or at personal data of the past.
  ///
  /// @param filter what was asked for, without client addresses
  record AuditRead(AuditCommand.Look look, String filter, Instant occurredAt)
      implements AuditEvent {}

  /// Somebody made a token by which somebody else is known: one for development, or a tracking
  /// link.
  record TokenIssued(Actor to, Scope scope, Instant expiresAt, Instant occurredAt)
      implements AuditEvent {}
}
