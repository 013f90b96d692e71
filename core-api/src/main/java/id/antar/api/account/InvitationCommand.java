package id.antar.api.account;

import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.person.Personal;
import java.time.Instant;

/// What can be asked of an invitation.
public sealed interface InvitationCommand {
  InvitationId invitationId();

  record SendInvitation(
      InvitationId invitationId,
      Role role,
      Scope scope,
      EmailKey emailKey,
      Personal<Mailbox> mailbox,
      Actor invitedBy,
      Instant expiresAt,
      Instant occurredAt)
      implements InvitationCommand {}

  /// @param passwordHash of the account that is opened by it
  record AcceptInvitation(
      InvitationId invitationId,
      AccountId accountId,
      Personal<String> passwordHash,
      Instant occurredAt)
      implements InvitationCommand {}
}
