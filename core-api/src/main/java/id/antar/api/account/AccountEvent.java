package id.antar.api.account;

import id.antar.api.message.Actor.Role;
import id.antar.api.person.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Facts about one account, in real time.
public sealed interface AccountEvent {
  AccountId accountId();

  Instant occurredAt();

  /// Asked for; whether the e-mail is free is known later.
  record AccountOpened(
      AccountId accountId,
      Role role,
      Scope scope,
      EmailKey emailKey,
      Personal<Mailbox> mailbox,
      Personal<String> passwordHash,
      @Nullable Personal<Registration> registration,
      boolean confirmed,
      Instant occurredAt)
      implements AccountEvent {}

  /// The e-mail is its own.
  record AccountAdmitted(
      AccountId accountId,
      Role role,
      EmailKey emailKey,
      @Nullable Personal<Registration> registration,
      Instant occurredAt)
      implements AccountEvent {}

  record AccountDeclined(AccountId accountId, Personal<Mailbox> mailbox, Instant occurredAt)
      implements AccountEvent {}

  record EmailConfirmationRequested(
      AccountId accountId,
      String requestId,
      Personal<Mailbox> mailbox,
      Instant expiresAt,
      Instant occurredAt)
      implements AccountEvent {}

  record EmailConfirmed(AccountId accountId, Instant occurredAt) implements AccountEvent {}

  /// For good: nobody confirmed its e-mail in time, or somebody else has shown that it is theirs.
  record UnconfirmedAccountEnded(
      AccountId accountId, Role role, EmailKey emailKey, Instant occurredAt)
      implements AccountEvent {}

  record PasswordResetRequested(
      AccountId accountId,
      String requestId,
      Personal<Mailbox> mailbox,
      Instant expiresAt,
      Instant occurredAt)
      implements AccountEvent {}

  /// @param version counts the passwords of this account
  /// @param reset whether it was by a mail rather than by the former password
  record PasswordChanged(
      AccountId accountId,
      int version,
      boolean reset,
      Personal<String> passwordHash,
      Personal<Mailbox> mailbox,
      Instant occurredAt)
      implements AccountEvent {}

  record PasswordRehashed(
      AccountId accountId, int version, Personal<String> passwordHash, Instant occurredAt)
      implements AccountEvent {}

  record SecondFactorProposed(AccountId accountId, Personal<String> secret, Instant occurredAt)
      implements AccountEvent {}

  /// @param step of the code that was shown, see [SessionOpened]
  record SecondFactorEnabled(
      AccountId accountId,
      List<String> recoveryHashes,
      long step,
      Personal<Mailbox> mailbox,
      Instant occurredAt)
      implements AccountEvent {
    public SecondFactorEnabled {
      recoveryHashes = List.copyOf(recoveryHashes);
    }
  }

  record SecondFactorDisabled(AccountId accountId, Personal<Mailbox> mailbox, Instant occurredAt)
      implements AccountEvent {}

  record SecondFactorFailed(AccountId accountId, Instant occurredAt) implements AccountEvent {}

  record RecoveryCodeUsed(
      AccountId accountId,
      String recoveryHash,
      int left,
      Personal<Mailbox> mailbox,
      Instant occurredAt)
      implements AccountEvent {}

  /// @param step the half minute whose code was shown, counted from 1970; 0 without one
  record SessionOpened(
      AccountId accountId,
      SessionId sessionId,
      Personal<SessionOrigin> origin,
      String tokenHash,
      long step,
      Instant idleUntil,
      Instant endsAt,
      Instant occurredAt)
      implements AccountEvent {}

  record SessionEnded(AccountId accountId, SessionId sessionId, SessionEnd why, Instant occurredAt)
      implements AccountEvent {}

  record AllSessionsEnded(
      AccountId accountId, List<SessionId> sessionIds, SessionEnd why, Instant occurredAt)
      implements AccountEvent {
    public AllSessionsEnded {
      sessionIds = List.copyOf(sessionIds);
    }
  }

  /// Not every one: some an hour are enough to know.
  record SignInFailed(AccountId accountId, Personal<SessionOrigin> origin, Instant occurredAt)
      implements AccountEvent {}

  record AccountSuspended(AccountId accountId, String reason, Instant occurredAt)
      implements AccountEvent {}

  record AccountResumed(AccountId accountId, Instant occurredAt) implements AccountEvent {}

  record AccountClosed(AccountId accountId, EmailKey emailKey, Instant occurredAt)
      implements AccountEvent {}
}
