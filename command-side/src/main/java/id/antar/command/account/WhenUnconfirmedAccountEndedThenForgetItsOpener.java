package id.antar.command.account;

import id.antar.api.account.AccountEvent.UnconfirmedAccountEnded;
import id.antar.api.account.EmailCommand.ReleaseEmail;
import id.antar.api.person.PersonId;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

@ProcessingGroup(AccountConfiguration.GROUP)
@DisallowReplay
final class WhenUnconfirmedAccountEndedThenForgetItsOpener {

  private final Reacting reacting;

  WhenUnconfirmedAccountEndedThenForgetItsOpener(Reacting reacting) {
    this.reacting = reacting;
  }

  @EventHandler
  void on(UnconfirmedAccountEnded event) {
    reacting.carryOut(react(event));
  }

  static List<Reaction> react(UnconfirmedAccountEnded e) {
    PersonId person = PersonId.of(e.accountId().as(e.role()));
    return List.of(
        Reaction.of(new ReleaseEmail(e.emailKey(), e.accountId(), e.occurredAt())),
        Reaction.of(Leftovers.forget(person, e.occurredAt())));
  }
}
