package id.antar.api.account;

import id.antar.api.message.Actor.Role;
import id.antar.api.person.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be asked of an account. Its times are real time, like those of tokens and mails.
public sealed interface AccountCommand {
  AccountId accountId();

  Instant occurredAt();

  /// @param confirmed whether it is proven already that the mailbox is theirs
  record OpenAccount(
      AccountId accountId,
      Role role,
      Scope scope,
      EmailKey emailKey,
      Personal<Mailbox> mailbox,
      Personal<String> passwordHash,
      @Nullable Personal<Registration> registration,
      boolean confirmed,
      Instant occurredAt)
      implements AccountCommand {}

  /// The e-mail is this account's.
  record AdmitAccount(AccountId accountId, String requestId, Instant occurredAt)
      implements AccountCommand {}

  /// The e-mail is another account's.
  record DeclineAccount(AccountId accountId, Instant occurredAt) implements AccountCommand {}

  record RequestEmailConfirmation(AccountId accountId, String requestId, Instant occurredAt)
      implements AccountCommand {}

  /// By whoever shows the account's password, too: a link alone would make the address's reader
  /// bless an account that somebody else opened in their name.
  ///
  /// @param version of the password that was shown
  record ConfirmEmail(AccountId accountId, int version, String requestId, Instant occurredAt)
      implements AccountCommand {}

  /// Without effect once its e-mail is confirmed.
  record EndUnconfirmedAccount(AccountId accountId, Instant occurredAt) implements AccountCommand {}

  record RequestPasswordReset(AccountId accountId, String requestId, Instant occurredAt)
      implements AccountCommand {}

  /// Ends all sessions.
  record ResetPassword(
      AccountId accountId, String requestId, Personal<String> passwordHash, Instant occurredAt)
      implements AccountCommand {}

  /// Ends all sessions but the one that asks.
  ///
  /// @param version of the password that was shown
  record ChangePassword(
      AccountId accountId,
      int version,
      Personal<String> passwordHash,
      SessionId sessionId,
      Instant occurredAt)
      implements AccountCommand {}

  /// The same password, hashed at a higher price.
  record RehashPassword(
      AccountId accountId, int version, Personal<String> passwordHash, Instant occurredAt)
      implements AccountCommand {}

  /// @param version of the password that was shown
  /// @param code of the second factor, or a recovery code
  /// @param knownDevice whether it shows that it signed in before
  /// @param needsConfirmation whether the e-mail has to be confirmed
  /// @param tokenHash of the first refresh token
  record OpenSession(
      AccountId accountId,
      int version,
      @Nullable String code,
      boolean knownDevice,
      boolean needsConfirmation,
      SessionId sessionId,
      Personal<SessionOrigin> origin,
      String tokenHash,
      Instant idleUntil,
      Instant endsAt,
      Instant occurredAt)
      implements AccountCommand {
    @Override
    public String toString() {
      return "OpenSession[" + accountId + ", " + sessionId + "]";
    }
  }

  record EndSession(AccountId accountId, SessionId sessionId, SessionEnd why, Instant occurredAt)
      implements AccountCommand {}

  record EndAllSessions(AccountId accountId, Instant occurredAt) implements AccountCommand {}

  /// @param version of the password that was shown; absent for whoever has a session, which ends
  ///   with the password
  record ProposeSecondFactor(
      AccountId accountId, @Nullable Integer version, Personal<String> secret, Instant occurredAt)
      implements AccountCommand {}

  /// @param version as with the proposal
  /// @param recoveryHashes of the codes that make up for a lost device
  record ConfirmSecondFactor(
      AccountId accountId,
      @Nullable Integer version,
      String code,
      List<String> recoveryHashes,
      Instant occurredAt)
      implements AccountCommand {
    public ConfirmSecondFactor {
      recoveryHashes = List.copyOf(recoveryHashes);
    }

    @Override
    public String toString() {
      return "ConfirmSecondFactor[" + accountId + "]";
    }
  }

  record DisableSecondFactor(AccountId accountId, String code, Instant occurredAt)
      implements AccountCommand {
    @Override
    public String toString() {
      return "DisableSecondFactor[" + accountId + "]";
    }
  }

  record ReportSignInFailure(
      AccountId accountId, Personal<SessionOrigin> origin, Instant occurredAt)
      implements AccountCommand {}

  record SuspendAccount(AccountId accountId, String reason, Instant occurredAt)
      implements AccountCommand {}

  record ResumeAccount(AccountId accountId, Instant occurredAt) implements AccountCommand {}

  /// For good; its e-mail is free again. An account of another role has another owner, and stays.
  record CloseAccount(AccountId accountId, Role role, Instant occurredAt)
      implements AccountCommand {}
}
