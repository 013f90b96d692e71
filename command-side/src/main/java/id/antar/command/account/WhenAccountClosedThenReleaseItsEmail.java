package id.antar.command.account;

import id.antar.api.account.AccountEvent.AccountClosed;
import id.antar.api.account.EmailCommand.ReleaseEmail;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

@ProcessingGroup(AccountConfiguration.GROUP)
@DisallowReplay
final class WhenAccountClosedThenReleaseItsEmail {

  private final Reacting reacting;

  WhenAccountClosedThenReleaseItsEmail(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(AccountClosed event) {
    reacting.carryOut(react(event));
  }

  static Reaction react(AccountClosed e) {
    return Reaction.of(new ReleaseEmail(e.emailKey(), e.accountId(), e.occurredAt()));
  }
}
