package id.antar.command.person;

import id.antar.api.person.PersonEvent.PersonForgotten;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/// The fact comes first and is kept; the erasure follows it, again if it was interrupted. It is
/// safe to replay.
@ProcessingGroup(PersonConfiguration.GROUP)
final class WhenPersonForgottenThenErase {

  private final ErasePerson erasing;

  WhenPersonForgottenThenErase(ErasePerson erasing) {
    this.erasing = erasing;
  }

  @EventHandler
  void on(PersonForgotten event) {
    erasing.erase(event.personId());
  }
}
