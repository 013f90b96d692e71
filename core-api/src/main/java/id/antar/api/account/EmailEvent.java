package id.antar.api.account;

import java.time.Instant;

/// Facts about one e-mail.
public sealed interface EmailEvent {
  EmailKey emailKey();

  Instant occurredAt();

  record EmailClaimed(EmailKey emailKey, AccountId accountId, Instant occurredAt)
      implements EmailEvent {}

  record EmailReleased(EmailKey emailKey, AccountId accountId, Instant occurredAt)
      implements EmailEvent {}
}
