package id.antar.command.account;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.account.AccountCommand;
import id.antar.api.account.AccountCommand.*;
import id.antar.api.account.AccountEvent;
import id.antar.api.account.AccountEvent.*;
import id.antar.api.account.AccountRejection.AccountExists;
import id.antar.api.account.AccountRejection.InvalidCredentials;
import id.antar.api.account.AccountRejection.InvalidMailToken;
import id.antar.api.account.AccountRejection.UnknownAccount;
import id.antar.command.decider.Decision;
import java.util.ArrayList;
import java.util.List;

/// An account.
sealed interface AccountState
    permits AccountState.Unopened, AccountState.Pending, AccountState.Gone, LiveAccount {

  record Unopened() implements AccountState {}

  /// Whether its e-mail is free is being looked at.
  record Pending(AccountOpened opened) implements AccountState {}

  /// Declined, or closed.
  record Gone() implements AccountState {}

  default Decision<AccountEvent> decide(AccountCommand command, AccountPolicy policy) {
    return switch (this) {
      case Unopened _ ->
          switch (command) {
            case OpenAccount c -> accept(opened(c));
            case CloseAccount _ -> satisfied();
            default -> unknown(command);
          };
      case Pending(var opened) -> pending(opened, command, policy);
      case LiveAccount live -> live(live, command, policy);
      case Gone _ ->
          switch (command) {
            case OpenAccount _,
                AdmitAccount _,
                DeclineAccount _,
                EndUnconfirmedAccount _,
                CloseAccount _ ->
                satisfied();
            default -> unknown(command);
          };
    };
  }

  private static AccountOpened opened(OpenAccount c) {
    return new AccountOpened(
        c.accountId(),
        c.role(),
        c.scope(),
        c.emailKey(),
        c.mailbox(),
        c.passwordHash(),
        c.registration(),
        c.confirmed(),
        c.occurredAt());
  }

  /// Who signs in, or shows a mail, is not told that there is no account.
  private static Decision<AccountEvent> unknown(AccountCommand command) {
    return switch (command) {
      case OpenSession _ -> reject(new InvalidCredentials());
      case ConfirmEmail _, ResetPassword _ -> reject(new InvalidMailToken());
      default -> reject(new UnknownAccount());
    };
  }

  private static Decision<AccountEvent> pending(
      AccountOpened opened, AccountCommand command, AccountPolicy policy) {
    return switch (command) {
      case OpenAccount c -> opened(opened, c);
      case AdmitAccount c -> admit(opened, c, policy);
      case DeclineAccount c ->
          accept(new AccountDeclined(c.accountId(), opened.mailbox(), c.occurredAt()));
      case CloseAccount c -> EndingSessions.close(opened, List.of(), c);
      default -> unknown(command);
    };
  }

  private static Decision<AccountEvent> opened(AccountOpened opened, OpenAccount c) {
    boolean same = opened.emailKey().equals(c.emailKey()) && opened.role() == c.role();
    return same ? satisfied() : reject(new AccountExists());
  }

  private static Decision<AccountEvent> admit(
      AccountOpened opened, AdmitAccount c, AccountPolicy policy) {
    List<AccountEvent> events = new ArrayList<>();
    events.add(
        new AccountAdmitted(
            c.accountId(),
            opened.role(),
            opened.emailKey(),
            opened.registration(),
            c.occurredAt()));
    if (!opened.confirmed()) {
      events.add(Confirming.request(opened, c.requestId(), c.occurredAt(), policy));
    }
    return new Decision.Accepted<>(events);
  }

  private static Decision<AccountEvent> live(
      LiveAccount account, AccountCommand command, AccountPolicy policy) {
    return switch (command) {
      case OpenAccount c -> opened(account.opened(), c);
      case AdmitAccount _ -> satisfied();
      case DeclineAccount _ -> satisfied();
      case RequestEmailConfirmation c -> Confirming.request(account, c, policy);
      case ConfirmEmail c -> Confirming.confirm(account, c);
      case EndUnconfirmedAccount c -> Confirming.end(account, c.occurredAt());
      case RequestPasswordReset c -> ChangingPassword.request(account, c, policy);
      case ResetPassword c -> ChangingPassword.reset(account, c);
      case ChangePassword c -> ChangingPassword.change(account, c);
      case RehashPassword c -> ChangingPassword.rehash(account, c);
      case OpenSession c -> OpeningSession.open(account, c, policy);
      case EndSession c -> EndingSessions.one(account, c);
      case EndAllSessions c -> EndingSessions.all(account, c);
      case ProposeSecondFactor c -> ChangingSecondFactor.propose(account, c);
      case ConfirmSecondFactor c -> ChangingSecondFactor.confirm(account, c, policy);
      case DisableSecondFactor c -> ChangingSecondFactor.disable(account, c, policy);
      case ReportSignInFailure c -> OpeningSession.report(account, c, policy);
      case SuspendAccount c -> EndingSessions.suspend(account, c);
      case ResumeAccount c -> EndingSessions.resume(account, c);
      case CloseAccount c -> EndingSessions.close(account, c);
    };
  }

  default AccountState evolve(AccountEvent event, AccountPolicy policy) {
    return switch (event) {
      case AccountOpened e -> new Pending(e);
      case AccountAdmitted _ -> LiveAccount.of(pending().opened());
      case AccountDeclined _, AccountClosed _, UnconfirmedAccountEnded _ -> new Gone();
      case EmailConfirmationRequested e ->
          live()
              .withConfirmation(
                  live().email().asked().and(e.requestId(), e.expiresAt(), e.occurredAt()));
      case EmailConfirmed _ -> live().confirmed(true);
      case PasswordResetRequested e ->
          live()
              .withReset(
                  live().password().reset().and(e.requestId(), e.expiresAt(), e.occurredAt()));
      case PasswordChanged e -> live().withPassword(e.version());
      case PasswordRehashed _ -> this;
      case SecondFactorProposed e -> live().with(new SecondFactor.Proposed(e.secret()));
      case SecondFactorEnabled e -> ChangingSecondFactor.enabled(live(), e);
      case SecondFactorDisabled _ -> live().with(new SecondFactor.None());
      case SecondFactorFailed e ->
          live().withWrongCodes(live().mistakes().wrongCodes().and(e.occurredAt(), policy.pause()));
      case RecoveryCodeUsed e -> ChangingSecondFactor.used(live(), e);
      case SessionOpened e -> OpeningSession.opened(live(), e);
      case SessionEnded e -> live().without(List.of(e.sessionId()));
      case AllSessionsEnded e -> live().without(e.sessionIds());
      case SignInFailed e ->
          live()
              .withFailures(live().mistakes().failures().and(e.occurredAt(), OpeningSession.HOUR));
      case AccountSuspended _ -> live().suspended(true);
      case AccountResumed _ -> live().suspended(false);
    };
  }

  private Pending pending() {
    if (this instanceof Pending pending) {
      return pending;
    }
    throw new IllegalStateException("The account's events do not begin with AccountOpened.");
  }

  private LiveAccount live() {
    if (this instanceof LiveAccount live) {
      return live;
    }
    throw new IllegalStateException("The account's events are not of an account that is open.");
  }
}
