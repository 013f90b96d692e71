package id.antar.command.account;

import static id.antar.command.decider.Deciding.answer;

import id.antar.api.account.AccountCommand;
import id.antar.api.account.AccountCommand.AdmitAccount;
import id.antar.api.account.AccountCommand.ChangePassword;
import id.antar.api.account.AccountCommand.CloseAccount;
import id.antar.api.account.AccountCommand.ConfirmEmail;
import id.antar.api.account.AccountCommand.ConfirmSecondFactor;
import id.antar.api.account.AccountCommand.DeclineAccount;
import id.antar.api.account.AccountCommand.DisableSecondFactor;
import id.antar.api.account.AccountCommand.EndAllSessions;
import id.antar.api.account.AccountCommand.EndSession;
import id.antar.api.account.AccountCommand.EndUnconfirmedAccount;
import id.antar.api.account.AccountCommand.OpenAccount;
import id.antar.api.account.AccountCommand.OpenSession;
import id.antar.api.account.AccountCommand.ProposeSecondFactor;
import id.antar.api.account.AccountCommand.RehashPassword;
import id.antar.api.account.AccountCommand.ReportSignInFailure;
import id.antar.api.account.AccountCommand.RequestEmailConfirmation;
import id.antar.api.account.AccountCommand.RequestPasswordReset;
import id.antar.api.account.AccountCommand.ResetPassword;
import id.antar.api.account.AccountCommand.ResumeAccount;
import id.antar.api.account.AccountCommand.SuspendAccount;
import id.antar.api.account.AccountEvent;
import id.antar.api.account.AccountEvent.SessionOpened;
import id.antar.api.account.AccountId;
import id.antar.api.account.SessionId;
import id.antar.api.message.Receipt;
import id.antar.command.decider.Decides;
import id.antar.command.decider.StreamId;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// An account, as Axon keeps it.
final class Account {

  private static final AccountPolicy POLICY = AccountPolicy.standard();

  @AggregateIdentifier private @Nullable String id;
  private AccountState state = new AccountState.Unopened();

  @Decides
  Receipt handle(OpenAccount command) {
    return decide(command);
  }

  @Decides
  Receipt handle(AdmitAccount command) {
    return decide(command);
  }

  @Decides
  Receipt handle(DeclineAccount command) {
    return decide(command);
  }

  @Decides
  Receipt handle(RequestEmailConfirmation command) {
    return decide(command);
  }

  @Decides
  Receipt handle(ConfirmEmail command) {
    return decide(command);
  }

  @Decides
  Receipt handle(EndUnconfirmedAccount command) {
    return decide(command);
  }

  @Decides
  Receipt handle(RequestPasswordReset command) {
    return decide(command);
  }

  @Decides
  Receipt handle(ResetPassword command) {
    return decide(command);
  }

  @Decides
  Receipt handle(ChangePassword command) {
    return decide(command);
  }

  @Decides
  Receipt handle(RehashPassword command) {
    return decide(command);
  }

  @Decides
  Receipt handle(OpenSession command) {
    return decide(command);
  }

  @Decides
  Receipt handle(EndSession command) {
    return decide(command);
  }

  @Decides
  Receipt handle(EndAllSessions command) {
    return decide(command);
  }

  @Decides
  Receipt handle(ProposeSecondFactor command) {
    return decide(command);
  }

  @Decides
  Receipt handle(ConfirmSecondFactor command) {
    return decide(command);
  }

  @Decides
  Receipt handle(DisableSecondFactor command) {
    return decide(command);
  }

  @Decides
  Receipt handle(ReportSignInFailure command) {
    return decide(command);
  }

  @Decides
  Receipt handle(SuspendAccount command) {
    return decide(command);
  }

  @Decides
  Receipt handle(ResumeAccount command) {
    return decide(command);
  }

  @Decides
  Receipt handle(CloseAccount command) {
    return decide(command);
  }

  private Receipt decide(AccountCommand command) {
    return answer(state.decide(command, POLICY));
  }

  /// @return whether it is over, so that its e-mail is free
  boolean makeWay(AccountId accountId, Instant now) {
    var _ = decide(new EndUnconfirmedAccount(accountId, now));
    return state instanceof AccountState.Gone;
  }

  /// The session, unless it was ended.
  Optional<SessionOpened> findSession(SessionId sessionId) {
    return state instanceof LiveAccount live && !live.suspended()
        ? Optional.ofNullable(live.sessions().get(sessionId))
        : Optional.empty();
  }

  @EventSourcingHandler
  void on(AccountEvent event) {
    id = StreamId.of(event.accountId());
    state = state.evolve(event, POLICY);
  }
}
