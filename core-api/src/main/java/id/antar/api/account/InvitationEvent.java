package id.antar.api.account;

import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.person.Personal;
import java.time.Instant;

/// Facts about one invitation to work here.
public sealed interface InvitationEvent {
  InvitationId invitationId();

  Instant occurredAt();

  record InvitationSent(
      InvitationId invitationId,
      Role role,
      Scope scope,
      EmailKey emailKey,
      Personal<Mailbox> mailbox,
      Actor invitedBy,
      Instant expiresAt,
      Instant occurredAt)
      implements InvitationEvent {}

  /// Once.
  record InvitationAccepted(
      InvitationId invitationId,
      AccountId accountId,
      Role role,
      Scope scope,
      EmailKey emailKey,
      Personal<Mailbox> mailbox,
      Personal<String> passwordHash,
      Instant occurredAt)
      implements InvitationEvent {}
}
