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
import id.antar.api.account.AccountRejection.InvalidMailToken;
import id.antar.command.account.LiveAccount.Request;
import id.antar.command.decider.Decision;
import java.time.Instant;

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
    boolean tooSoon = Request.isTooSoon(account.email().asked(), policy.confirmation(), now);
    return account.confirmed() || account.suspended() || tooSoon
        ? satisfied()
        : accept(request(account.opened(), c.requestId(), now, policy));
  }

  /// Whoever clicks twice has confirmed it.
  static Decision<AccountEvent> confirm(LiveAccount account, ConfirmEmail c) {
    Request open = account.email().asked();
    if (open == null || !open.isAnsweredBy(c.requestId(), c.occurredAt())) {
      return reject(new InvalidMailToken());
    }
    return account.confirmed()
        ? satisfied()
        : accept(new EmailConfirmed(c.accountId(), c.occurredAt()));
  }
}
