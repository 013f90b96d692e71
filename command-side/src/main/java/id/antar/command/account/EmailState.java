package id.antar.command.account;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.refuse;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.account.AccountId;
import id.antar.api.account.AccountRejection.EmailTaken;
import id.antar.api.account.EmailCommand;
import id.antar.api.account.EmailCommand.ClaimEmail;
import id.antar.api.account.EmailCommand.ReleaseEmail;
import id.antar.api.account.EmailEvent;
import id.antar.api.account.EmailEvent.EmailClaimRefused;
import id.antar.api.account.EmailEvent.EmailClaimed;
import id.antar.api.account.EmailEvent.EmailReleased;
import id.antar.command.decider.Decision;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whose an e-mail is.
///
/// @param toldAt when its reader was last told that somebody signs up with it
record EmailState(@Nullable AccountId owner, Instant toldAt) {

  static final EmailState FREE = new EmailState(null, Instant.EPOCH);

  /// Whoever signs up again and again with somebody's e-mail does not fill their mailbox.
  private static final Duration TOLD_EVERY = Duration.ofDays(1);

  Decision<EmailEvent> decide(EmailCommand command) {
    boolean own = command.accountId().equals(owner);
    return switch (command) {
      case ClaimEmail _ when own -> satisfied();
      case ClaimEmail c ->
          owner == null
              ? accept(new EmailClaimed(c.emailKey(), c.accountId(), c.occurredAt()))
              : taken(c);
      case ReleaseEmail c ->
          own
              ? accept(new EmailReleased(c.emailKey(), c.accountId(), c.occurredAt()))
              : satisfied();
    };
  }

  private Decision<EmailEvent> taken(ClaimEmail c) {
    return c.occurredAt().isBefore(toldAt.plus(TOLD_EVERY))
        ? reject(new EmailTaken())
        : refuse(
            new EmailTaken(),
            new EmailClaimRefused(c.emailKey(), c.accountId(), c.mailbox(), c.occurredAt()));
  }

  EmailState evolve(EmailEvent event) {
    return switch (event) {
      case EmailClaimed e -> new EmailState(e.accountId(), toldAt);
      case EmailClaimRefused e -> new EmailState(owner, e.occurredAt());
      case EmailReleased _ -> new EmailState(null, toldAt);
    };
  }
}
