package id.antar.command.account;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.account.AccountId;
import id.antar.api.account.AccountRejection.EmailTaken;
import id.antar.api.account.EmailCommand;
import id.antar.api.account.EmailCommand.ClaimEmail;
import id.antar.api.account.EmailCommand.ReleaseEmail;
import id.antar.api.account.EmailEvent;
import id.antar.api.account.EmailEvent.EmailClaimed;
import id.antar.api.account.EmailEvent.EmailReleased;
import id.antar.command.decider.Decision;
import org.jspecify.annotations.Nullable;

/// Whose an e-mail is.
record EmailState(@Nullable AccountId owner) {

  static final EmailState FREE = new EmailState(null);

  Decision<EmailEvent> decide(EmailCommand command) {
    boolean own = command.accountId().equals(owner);
    return switch (command) {
      case ClaimEmail _ when own -> satisfied();
      case ClaimEmail c ->
          owner == null
              ? accept(new EmailClaimed(c.emailKey(), c.accountId(), c.occurredAt()))
              : reject(new EmailTaken());
      case ReleaseEmail c ->
          own
              ? accept(new EmailReleased(c.emailKey(), c.accountId(), c.occurredAt()))
              : satisfied();
    };
  }

  EmailState evolve(EmailEvent event) {
    return switch (event) {
      case EmailClaimed e -> new EmailState(e.accountId());
      case EmailReleased _ -> FREE;
    };
  }
}
