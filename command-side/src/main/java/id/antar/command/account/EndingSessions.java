package id.antar.command.account;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.account.AccountCommand.CloseAccount;
import id.antar.api.account.AccountCommand.EndAllSessions;
import id.antar.api.account.AccountCommand.EndSession;
import id.antar.api.account.AccountCommand.ResumeAccount;
import id.antar.api.account.AccountCommand.SuspendAccount;
import id.antar.api.account.AccountEvent;
import id.antar.api.account.AccountEvent.AccountClosed;
import id.antar.api.account.AccountEvent.AccountOpened;
import id.antar.api.account.AccountEvent.AccountResumed;
import id.antar.api.account.AccountEvent.AccountSuspended;
import id.antar.api.account.AccountEvent.AllSessionsEnded;
import id.antar.api.account.AccountEvent.SessionEnded;
import id.antar.api.account.AccountRejection.UnknownSession;
import id.antar.api.account.SessionEnd;
import id.antar.api.account.SessionId;
import id.antar.command.decider.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Sessions end by their owner's word, or with what they stand on.
final class EndingSessions {

  private EndingSessions() {}

  static Decision<AccountEvent> one(LiveAccount account, EndSession c) {
    return account.sessions().containsKey(c.sessionId())
        ? accept(new SessionEnded(c.accountId(), c.sessionId(), c.why(), c.occurredAt()))
        : reject(new UnknownSession());
  }

  static Decision<AccountEvent> all(LiveAccount account, EndAllSessions c) {
    return new Decision.Accepted<>(
        end(account, _ -> true, SessionEnd.ENDED_BY_OWNER, c.occurredAt()));
  }

  static Decision<AccountEvent> suspend(LiveAccount account, SuspendAccount c) {
    if (account.suspended()) {
      return satisfied();
    }
    List<AccountEvent> events = new ArrayList<>();
    events.add(new AccountSuspended(c.accountId(), c.reason(), c.occurredAt()));
    events.addAll(end(account, _ -> true, SessionEnd.SUSPENDED, c.occurredAt()));
    return new Decision.Accepted<>(events);
  }

  static Decision<AccountEvent> resume(LiveAccount account, ResumeAccount c) {
    return account.suspended()
        ? accept(new AccountResumed(c.accountId(), c.occurredAt()))
        : satisfied();
  }

  static Decision<AccountEvent> close(LiveAccount account, CloseAccount c) {
    return close(account.opened(), end(account, _ -> true, SessionEnd.CLOSED, c.occurredAt()), c);
  }

  /// @param ends of the sessions that go with it
  static Decision<AccountEvent> close(
      AccountOpened opened, List<AccountEvent> ends, CloseAccount c) {
    if (opened.role() != c.role()) {
      return satisfied();
    }
    List<AccountEvent> events = new ArrayList<>(ends);
    events.add(new AccountClosed(c.accountId(), opened.emailKey(), c.occurredAt()));
    return new Decision.Accepted<>(events);
  }

  static List<AccountEvent> end(
      LiveAccount account, Predicate<SessionId> which, SessionEnd why, Instant now) {
    List<SessionId> open = account.open(now, which);
    return open.isEmpty()
        ? List.of()
        : List.of(new AllSessionsEnded(account.opened().accountId(), open, why, now));
  }
}
