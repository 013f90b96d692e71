package id.antar.command.account;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.account.AccountCommand.ChangePassword;
import id.antar.api.account.AccountCommand.RehashPassword;
import id.antar.api.account.AccountCommand.RequestPasswordReset;
import id.antar.api.account.AccountCommand.ResetPassword;
import id.antar.api.account.AccountEvent;
import id.antar.api.account.AccountEvent.EmailConfirmed;
import id.antar.api.account.AccountEvent.PasswordChanged;
import id.antar.api.account.AccountEvent.PasswordRehashed;
import id.antar.api.account.AccountEvent.PasswordResetRequested;
import id.antar.api.account.AccountRejection.InvalidCredentials;
import id.antar.api.account.AccountRejection.InvalidMailToken;
import id.antar.api.account.SessionEnd;
import id.antar.api.person.Personal;
import id.antar.command.decider.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A password is changed by whoever shows it, or a mail.
final class ChangingPassword {

  private ChangingPassword() {}

  static Decision<AccountEvent> request(
      LiveAccount account, RequestPasswordReset c, AccountPolicy policy) {
    Instant now = c.occurredAt();
    if (account.suspended()) {
      return satisfied();
    }
    return account
        .password()
        .reset()
        .next(c.requestId(), policy.reset(), now)
        .<Decision<AccountEvent>>map(link ->
            accept(
                new PasswordResetRequested(
                    c.accountId(), link.id(), account.opened().mailbox(), link.expiresAt(), now)))
        .orElseGet(Decision::satisfied);
  }

  /// Proves, too, who reads the e-mail. A mail is good once: nothing is open after it.
  static Decision<AccountEvent> reset(LiveAccount account, ResetPassword c) {
    Instant now = c.occurredAt();
    if (!account.password().reset().haveOpen(c.requestId(), now) || account.suspended()) {
      return reject(new InvalidMailToken());
    }
    List<AccountEvent> events = new ArrayList<>();
    events.add(changed(account, true, c.passwordHash(), now));
    if (!account.confirmed()) {
      events.add(new EmailConfirmed(c.accountId(), now));
    }
    events.addAll(EndingSessions.end(account, _ -> true, SessionEnd.PASSWORD_CHANGED, now));
    return new Decision.Accepted<>(events);
  }

  static Decision<AccountEvent> change(LiveAccount account, ChangePassword c) {
    if (account.version() != c.version() || account.suspended()) {
      return reject(new InvalidCredentials());
    }
    Instant now = c.occurredAt();
    List<AccountEvent> events = new ArrayList<>();
    events.add(changed(account, false, c.passwordHash(), now));
    events.addAll(
        EndingSessions.end(
            account, id -> !id.equals(c.sessionId()), SessionEnd.PASSWORD_CHANGED, now));
    return new Decision.Accepted<>(events);
  }

  static Decision<AccountEvent> rehash(LiveAccount account, RehashPassword c) {
    return account.version() == c.version()
        ? accept(new PasswordRehashed(c.accountId(), c.version(), c.passwordHash(), c.occurredAt()))
        : satisfied();
  }

  private static PasswordChanged changed(
      LiveAccount account, boolean reset, Personal<String> hash, Instant now) {
    return new PasswordChanged(
        account.opened().accountId(),
        account.version() + 1,
        reset,
        hash,
        account.opened().mailbox(),
        now);
  }
}
