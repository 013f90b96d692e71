package id.antar.command.account;

import id.antar.api.account.AccountCommand.AdmitAccount;
import id.antar.api.account.EmailEvent.EmailClaimed;
import id.antar.api.message.Ids;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

@ProcessingGroup(AccountConfiguration.GROUP)
@DisallowReplay
final class WhenEmailClaimedThenAdmitItsAccount {

  private final Reacting reacting;

  WhenEmailClaimedThenAdmitItsAccount(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(EmailClaimed event) {
    reacting.carryOut(react(event));
  }

  static Reaction react(EmailClaimed e) {
    String requestId = Ids.derive("confirmation", e.accountId().value());
    return Reaction.of(new AdmitAccount(e.accountId(), requestId, e.occurredAt()));
  }
}
