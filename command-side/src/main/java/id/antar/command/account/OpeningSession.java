package id.antar.command.account;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.account.AccountCommand.OpenSession;
import id.antar.api.account.AccountCommand.ReportSignInFailure;
import id.antar.api.account.AccountEvent;
import id.antar.api.account.AccountEvent.RecoveryCodeUsed;
import id.antar.api.account.AccountEvent.SessionEnded;
import id.antar.api.account.AccountEvent.SessionOpened;
import id.antar.api.account.AccountEvent.SignInFailed;
import id.antar.api.account.AccountRejection.InvalidCredentials;
import id.antar.api.account.AccountRejection.SecondFactorMissing;
import id.antar.api.account.AccountRejection.SecondFactorPaused;
import id.antar.api.account.AccountRejection.SecondFactorRequired;
import id.antar.api.account.SessionEnd;
import id.antar.api.account.SessionId;
import id.antar.command.account.SecondFactor.Enabled;
import id.antar.command.account.SecondFactor.None;
import id.antar.command.account.SecondFactor.Proposed;
import id.antar.command.account.SecondFactor.Shown;
import id.antar.command.decider.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A session is opened by whoever showed the password that the account has now, and a code if it
/// has a second factor.
final class OpeningSession {

  static final Duration HOUR = Duration.ofHours(1);

  private OpeningSession() {}

  static Decision<AccountEvent> open(LiveAccount account, OpenSession c, AccountPolicy policy) {
    boolean unconfirmed = c.needsConfirmation() && !account.confirmed();
    if (account.suspended() || account.version() != c.version() || unconfirmed) {
      return reject(new InvalidCredentials());
    }
    return switch (account.factor()) {
      case Enabled factor -> withFactor(account, factor, c, policy);
      case None _, Proposed _ ->
          account.opened().role().isStaff()
              ? reject(new SecondFactorMissing())
              : new Decision.Accepted<>(opened(account, c, 0, policy));
    };
  }

  private static Decision<AccountEvent> withFactor(
      LiveAccount account, Enabled factor, OpenSession c, AccountPolicy policy) {
    @Nullable String code = c.code();
    if (code == null) {
      return reject(new SecondFactorRequired());
    }
    if (!c.knownDevice() && ChangingSecondFactor.isPaused(account, c.occurredAt(), policy)) {
      return reject(new SecondFactorPaused());
    }
    return switch (factor.show(code, c.occurredAt())) {
      case Shown.Step(long step) -> new Decision.Accepted<>(opened(account, c, step, policy));
      case Shown.Recovery(String hash) -> byRecovery(account, factor, hash, c, policy);
      case Shown.Wrong() -> ChangingSecondFactor.wrong(c.accountId(), c.occurredAt());
    };
  }

  private static Decision<AccountEvent> byRecovery(
      LiveAccount account, Enabled factor, String hash, OpenSession c, AccountPolicy policy) {
    List<AccountEvent> events = new ArrayList<>();
    events.add(
        new RecoveryCodeUsed(
            c.accountId(),
            hash,
            factor.recoveryHashes().size() - 1,
            account.opened().mailbox(),
            c.occurredAt()));
    events.addAll(opened(account, c, 0, policy));
    return new Decision.Accepted<>(events);
  }

  private static List<AccountEvent> opened(
      LiveAccount account, OpenSession c, long step, AccountPolicy policy) {
    Instant now = c.occurredAt();
    List<AccountEvent> events = new ArrayList<>();
    List<SessionId> open = account.open(now, _ -> true);
    if (open.size() >= policy.sessions()) {
      events.add(new SessionEnded(c.accountId(), open.getFirst(), SessionEnd.TOO_MANY, now));
    }
    events.add(
        new SessionOpened(
            c.accountId(),
            c.sessionId(),
            c.origin(),
            c.tokenHash(),
            step,
            c.idleUntil(),
            c.endsAt(),
            now));
    return events;
  }

  static LiveAccount opened(LiveAccount account, SessionOpened e) {
    LiveAccount next = account.with(e).withFailures(Tally.NONE).withWrongCodes(Tally.NONE);
    return next.factor() instanceof Enabled enabled ? next.with(enabled.after(e.step())) : next;
  }

  static Decision<AccountEvent> report(
      LiveAccount account, ReportSignInFailure c, AccountPolicy policy) {
    return account.mistakes().failures().within(HOUR, c.occurredAt()) < policy.failures()
        ? accept(new SignInFailed(c.accountId(), c.origin(), c.occurredAt()))
        : satisfied();
  }
}
