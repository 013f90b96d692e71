package id.antar.api.account;

import java.time.Instant;

/// What can be asked of an e-mail, which belongs to one account at most.
public sealed interface EmailCommand {
  EmailKey emailKey();

  AccountId accountId();

  record ClaimEmail(EmailKey emailKey, AccountId accountId, Instant occurredAt)
      implements EmailCommand {}

  /// By whoever has it; by anybody else it is without effect.
  record ReleaseEmail(EmailKey emailKey, AccountId accountId, Instant occurredAt)
      implements EmailCommand {}
}
