package id.antar.command.account;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.refuse;
import static id.antar.command.decider.Decision.reject;

import id.antar.api.account.AccountCommand.ConfirmSecondFactor;
import id.antar.api.account.AccountCommand.DisableSecondFactor;
import id.antar.api.account.AccountCommand.ProposeSecondFactor;
import id.antar.api.account.AccountEvent;
import id.antar.api.account.AccountEvent.RecoveryCodeUsed;
import id.antar.api.account.AccountEvent.SecondFactorDisabled;
import id.antar.api.account.AccountEvent.SecondFactorEnabled;
import id.antar.api.account.AccountEvent.SecondFactorFailed;
import id.antar.api.account.AccountEvent.SecondFactorProposed;
import id.antar.api.account.AccountId;
import id.antar.api.account.AccountRejection.InvalidCredentials;
import id.antar.api.account.AccountRejection.SecondFactorEnabledAlready;
import id.antar.api.account.AccountRejection.SecondFactorInvalid;
import id.antar.api.account.AccountRejection.SecondFactorNeeded;
import id.antar.api.account.AccountRejection.SecondFactorNotProposed;
import id.antar.api.account.AccountRejection.SecondFactorPaused;
import id.antar.command.account.SecondFactor.Enabled;
import id.antar.command.account.SecondFactor.Proposed;
import id.antar.command.account.SecondFactor.Shown;
import id.antar.command.decider.Decision;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A second factor is proposed by the engine and enabled by the first code of it.
final class ChangingSecondFactor {

  private ChangingSecondFactor() {}

  /// Not before the e-mail is confirmed: whoever opened an account with somebody else's address
  /// must not be able to keep it from them.
  static Decision<AccountEvent> propose(LiveAccount account, ProposeSecondFactor c) {
    if (account.suspended() || !account.confirmed() || isOutdated(account, c.version())) {
      return reject(new InvalidCredentials());
    }
    return account.factor() instanceof Enabled
        ? reject(new SecondFactorEnabledAlready())
        : accept(new SecondFactorProposed(c.accountId(), c.secret(), c.occurredAt()));
  }

  static Decision<AccountEvent> confirm(
      LiveAccount account, ConfirmSecondFactor c, AccountPolicy policy) {
    Instant now = c.occurredAt();
    if (isOutdated(account, c.version())) {
      return reject(new InvalidCredentials());
    }
    if (!(account.factor() instanceof Proposed proposed)) {
      return reject(new SecondFactorNotProposed());
    }
    if (isPaused(account, now, policy)) {
      return reject(new SecondFactorPaused());
    }
    OptionalLong step = proposed.match(c.code(), now);
    return step.isPresent()
        ? accept(
            new SecondFactorEnabled(
                c.accountId(),
                c.recoveryHashes(),
                step.getAsLong(),
                account.opened().mailbox(),
                now))
        : wrong(c.accountId(), now);
  }

  static Decision<AccountEvent> disable(
      LiveAccount account, DisableSecondFactor c, AccountPolicy policy) {
    Instant now = c.occurredAt();
    if (!(account.factor() instanceof Enabled enabled)) {
      return reject(new SecondFactorNotProposed());
    }
    if (account.opened().role().isStaff()) {
      return reject(new SecondFactorNeeded());
    }
    if (isPaused(account, now, policy)) {
      return reject(new SecondFactorPaused());
    }
    return enabled.show(c.code(), now) instanceof Shown.Wrong
        ? wrong(c.accountId(), now)
        : accept(new SecondFactorDisabled(c.accountId(), account.opened().mailbox(), now));
  }

  private static boolean isOutdated(LiveAccount account, @Nullable Integer version) {
    return version != null && version != account.version();
  }

  static boolean isPaused(LiveAccount account, Instant now, AccountPolicy policy) {
    return account.mistakes().wrongCodes().within(policy.pause(), now) >= policy.wrongCodes();
  }

  static Decision<AccountEvent> wrong(AccountId id, Instant now) {
    return refuse(new SecondFactorInvalid(), new SecondFactorFailed(id, now));
  }

  static LiveAccount enabled(LiveAccount account, SecondFactorEnabled e) {
    if (!(account.factor() instanceof Proposed(var secret))) {
      throw new IllegalStateException("A second factor was enabled that was not proposed.");
    }
    return account
        .with(new Enabled(secret, e.recoveryHashes(), e.step()))
        .withWrongCodes(Tally.NONE);
  }

  static LiveAccount used(LiveAccount account, RecoveryCodeUsed e) {
    return account.factor() instanceof Enabled enabled
        ? account.with(enabled.without(e.recoveryHash()))
        : account;
  }
}
