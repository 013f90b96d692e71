package id.antar.api.account;

import id.antar.api.person.Personal;
import java.time.Instant;

/// Facts about one e-mail.
public sealed interface EmailEvent {
  EmailKey emailKey();

  Instant occurredAt();

  record EmailClaimed(EmailKey emailKey, AccountId accountId, Instant occurredAt)
      implements EmailEvent {}

  /// Somebody signed up with an e-mail that has an account, which its reader is told. Not every
  /// time: once a day is enough.
  record EmailClaimRefused(
      EmailKey emailKey, AccountId accountId, Personal<Mailbox> mailbox, Instant occurredAt)
      implements EmailEvent {}

  record EmailReleased(EmailKey emailKey, AccountId accountId, Instant occurredAt)
      implements EmailEvent {}
}
