package id.antar.command.account;

import id.antar.api.account.AccountRejection.InvalidRefreshToken;
import id.antar.api.account.SessionCommand.RefreshSession;
import id.antar.api.message.Receipt;
import id.antar.command.decider.StreamId;
import java.time.Duration;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/// Refreshes a session while its account has it open, both within one unit of work: a session that
/// was ended is not refreshed any more.
///
/// A session is an aggregate of its own because its facts are many, one for each refresh, and end
/// with it; those of the account are few, and last. The account is locked first and the session
/// second, and nothing else locks the two. Neither is cached, so that what another engine on the
/// database has written is seen.
final class RefreshingSession {

  private final Repository<Account> accounts;
  private final Repository<Session> sessions;
  private final Duration grace;

  RefreshingSession(Repository<Account> accounts, Repository<Session> sessions, Duration grace) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.grace = grace;
  }

  @CommandHandler
  Receipt handle(RefreshSession command) throws Exception {
    var opened =
        accounts
            .loadOrCreate(StreamId.of(command.accountId()), Account::new)
            .invoke(account -> account.findSession(command.sessionId()));
    if (opened.isEmpty()) {
      return Receipt.rejected(new InvalidRefreshToken());
    }
    return sessions
        .loadOrCreate(StreamId.of(command.sessionId()), Session::new)
        .invoke(session -> session.refresh(command, opened.get(), grace));
  }
}
