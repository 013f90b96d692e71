package id.antar.command.account;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.account.AccountCommand.ConfirmEmail;
import id.antar.api.account.AccountCommand.RequestEmailConfirmation;
import id.antar.api.account.AccountEvent;
import id.antar.api.account.AccountEvent.AccountOpened;
import id.antar.api.account.AccountEvent.EmailConfirmationRequested;
import id.antar.api.account.AccountEvent.EmailConfirmed;
import id.antar.api.account.AccountEvent.UnconfirmedAccountEnded;
import id.antar.api.account.AccountRejection.InvalidCredentials;
import id.antar.api.account.AccountRejection.InvalidMailToken;
import id.antar.api.account.SessionEnd;
import id.antar.command.decider.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// That the e-mail is read by whoever opened the account.
final class Confirming {

  private Confirming() {}

  static EmailConfirmationRequested request(
      AccountOpened opened, String requestId, Instant now, AccountPolicy policy) {
    return new EmailConfirmationRequested(
        opened.accountId(), requestId, opened.mailbox(), now.plus(policy.confirmation()), now);
  }

  static Decision<AccountEvent> request(
      LiveAccount account, RequestEmailConfirmation c, AccountPolicy policy) {
    Instant now = c.occurredAt();
    if (account.confirmed() || account.suspended()) {
      return satisfied();
    }
    return account
        .email()
        .asked()
        .next(c.requestId(), policy.confirmation(), now)
        .<Decision<AccountEvent>>map(link ->
            accept(
                new EmailConfirmationRequested(
                    c.accountId(), link.id(), account.opened().mailbox(), link.expiresAt(), now)))
        .orElseGet(Decision::satisfied);
  }

  /// Whoever clicks twice has confirmed it.
  static Decision<AccountEvent> confirm(LiveAccount account, ConfirmEmail c) {
    if (!account.email().asked().haveOpen(c.requestId(), c.occurredAt())) {
      return reject(new InvalidMailToken());
    }
    if (account.version() != c.version()) {
      return reject(new InvalidCredentials());
    }
    return account.confirmed()
        ? satisfied()
        : accept(new EmailConfirmed(c.accountId(), c.occurredAt()));
  }

  /// Its sessions, where unconfirmed accounts have some, end with it.
  static Decision<AccountEvent> end(LiveAccount account, Instant now) {
    if (account.confirmed()) {
      return satisfied();
    }
    AccountOpened opened = account.opened();
    List<AccountEvent> events =
        new ArrayList<>(EndingSessions.end(account, _ -> true, SessionEnd.CLOSED, now));
    events.add(
        new UnconfirmedAccountEnded(opened.accountId(), opened.role(), opened.emailKey(), now));
    return new Decision.Accepted<>(events);
  }
}
