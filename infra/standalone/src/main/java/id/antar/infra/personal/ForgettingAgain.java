package id.antar.infra.personal;

import id.antar.api.message.Actor;
import id.antar.api.message.MetaKeys;
import id.antar.api.person.PersonCommand.ForgetPerson;
import id.antar.api.person.PersonCommand.Ground;
import id.antar.api.person.PersonId;
import id.antar.api.time.EngineClock;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes it a fact again that somebody is forgotten whose key is gone. An engine that was restored
/// to a moment before knows nothing of the fact, and their account would still be open.
final class ForgettingAgain {
  private static final Logger LOG = LoggerFactory.getLogger(ForgettingAgain.class);
  private static final Actor BY = Actor.system("restore");

  private final PersonKeyTable keys;
  private final Supplier<CommandGateway> commands;
  private final EngineClock clock;

  ForgettingAgain(PersonKeyTable keys, Supplier<CommandGateway> commands, EngineClock clock) {
    this.keys = keys;
    this.commands = commands;
    this.clock = clock;
  }

  void run() {
    List<PersonId> persons = keys.forgottenWithoutAFact();
    persons.forEach(this::forget);
    if (!persons.isEmpty()) {
      LOG.info("{} persons are forgotten again.", persons.size());
    }
  }

  private void forget(PersonId person) {
    var command = new ForgetPerson(person, BY, Ground.DUTY, List.of(), clock.instant());
    try {
      var _ =
          commands
              .get()
              .sendAndWait(
                  new GenericCommandMessage<>(
                      command, MetaData.with(MetaKeys.ACTOR, BY.toString())));
    } catch (RuntimeException e) {
      LOG.warn("Somebody is not forgotten again; the next start tries it once more.", e);
    }
  }
}
