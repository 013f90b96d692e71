package id.antar.command.account;

import id.antar.api.account.AccountCommand.OpenAccount;
import id.antar.api.account.InvitationEvent.InvitationAccepted;
import id.antar.api.account.Mailbox;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// Whoever accepts an invitation has shown that they read its mail. From then on their address is
/// the account's; the invitation needs it no more, and forgets it.
@ProcessingGroup(AccountConfiguration.GROUP)
@DisallowReplay
final class WhenInvitationAcceptedThenOpenAnAccount {

  private final Reacting reacting;

  WhenInvitationAcceptedThenOpenAnAccount(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(InvitationAccepted event) {
    reacting.carryOut(react(event));
  }

  static List<Reaction> react(InvitationAccepted e) {
    return e.mailbox().find().stream()
        .flatMap(mailbox ->
            Stream.of(open(e, mailbox), Leftovers.forget(e.mailbox().person(), e.occurredAt())))
        .map(Reaction::of)
        .toList();
  }

  private static OpenAccount open(InvitationAccepted e, Mailbox mailbox) {
    PersonId person = PersonId.of(e.accountId().as(e.role()));
    return new OpenAccount(
        e.accountId(),
        e.role(),
        e.scope(),
        e.emailKey(),
        Personal.of(person, mailbox),
        new Personal<>(person, e.passwordHash().value()),
        null,
        true,
        e.occurredAt());
  }
}
