package id.antar.api.account;

import id.antar.api.person.Personal;
import java.time.Instant;

/// What can be asked of an e-mail, which belongs to one account at most.
public sealed interface EmailCommand {
  EmailKey emailKey();

  AccountId accountId();

  /// @param proven whether it is known that whoever claims it reads it; an account that has not
  ///   shown that makes way
  record ClaimEmail(
      EmailKey emailKey,
      AccountId accountId,
      Personal<Mailbox> mailbox,
      boolean proven,
      Instant occurredAt)
      implements EmailCommand {}

  /// By whoever has it; by anybody else it is without effect.
  record ReleaseEmail(EmailKey emailKey, AccountId accountId, Instant occurredAt)
      implements EmailCommand {}
}
