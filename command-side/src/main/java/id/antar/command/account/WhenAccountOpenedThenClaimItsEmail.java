package id.antar.command.account;

import id.antar.api.account.AccountCommand.DeclineAccount;
import id.antar.api.account.AccountEvent.AccountOpened;
import id.antar.api.account.EmailCommand.ClaimEmail;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// An e-mail belongs to the first account that asks for it. Whoever signs up hears nothing of that:
/// only its owner is told, by mail.
@ProcessingGroup(AccountConfiguration.GROUP)
@DisallowReplay
final class WhenAccountOpenedThenClaimItsEmail {

  private final Reacting reacting;

  WhenAccountOpenedThenClaimItsEmail(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(AccountOpened event) {
    reacting.carryOut(react(event));
  }

  static Reaction react(AccountOpened e) {
    return Reaction.of(claim(e)).orElse(new DeclineAccount(e.accountId(), e.occurredAt()));
  }

  private static ClaimEmail claim(AccountOpened e) {
    return new ClaimEmail(e.emailKey(), e.accountId(), e.mailbox(), e.confirmed(), e.occurredAt());
  }
}
