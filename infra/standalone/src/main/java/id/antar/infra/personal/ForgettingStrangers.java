package id.antar.infra.personal;

import id.antar.api.message.Actor;
import id.antar.api.message.MetaKeys;
import id.antar.api.person.PersonCommand.ForgetPerson;
import id.antar.api.person.PersonCommand.Ground;
import id.antar.api.person.PersonId;
import id.antar.api.time.EngineClock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;

/// Forgets those who have no account of their own once their time is over: all strangers of one
/// day, who held an order's tracking link, and who was invited, should that have failed before.
final class ForgettingStrangers {
  private static final List<String> WITHOUT_ACCOUNT =
      List.of("stranger.", "recipient.", "invitation.");
  private static final int AT_ONCE = 500;
  private static final Actor BY = Actor.system("strangers");

  private final PersonKeyTable keys;
  private final Supplier<CommandGateway> commands;
  private final EngineClock clock;
  private final Duration kept;

  /// @param kept so long, in real time
  ForgettingStrangers(
      PersonKeyTable keys, Supplier<CommandGateway> commands, EngineClock clock, Duration kept) {
    this.keys = keys;
    this.commands = commands;
    this.clock = clock;
    this.kept = kept;
  }

  /// @return how many there were; perhaps not all
  int run() {
    List<PersonId> over =
        WITHOUT_ACCOUNT.stream()
            .flatMap(kind -> keys.madeBefore(kept, kind, AT_ONCE).stream())
            .toList();
    over.forEach(this::forget);
    return over.size();
  }

  private void forget(PersonId person) {
    var command = new ForgetPerson(person, BY, Ground.DUTY, List.of(), clock.instant());
    commands
        .get()
        .sendAndWait(
            new GenericCommandMessage<>(command, MetaData.with(MetaKeys.ACTOR, BY.toString())));
  }
}
