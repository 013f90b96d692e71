package id.antar.command.account;

import id.antar.api.account.AccountCommand.EndSession;
import id.antar.api.account.SessionEnd;
import id.antar.api.account.SessionEvent.SessionFamilyRevoked;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

@ProcessingGroup(AccountConfiguration.GROUP)
@DisallowReplay
final class WhenSessionFamilyRevokedThenEndTheSession {

  private final Reacting reacting;

  WhenSessionFamilyRevokedThenEndTheSession(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(SessionFamilyRevoked event) {
    reacting.carryOut(react(event));
  }

  static Reaction react(SessionFamilyRevoked e) {
    return Reaction.of(
        new EndSession(e.accountId(), e.sessionId(), SessionEnd.REUSED, e.occurredAt()));
  }
}
