package id.antar.infra.personal;

import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.MetaKeys;
import id.antar.api.message.Receipt;
import id.antar.api.person.PersonCommand;
import id.antar.api.person.PersonId;
import id.antar.api.person.PersonRejection.PersonIsForgotten;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// Refuses what somebody who is forgotten asks for, and what would keep something personal of them.
/// What the engine itself does goes on: it writes "forgotten" in their place.
public final class ForgottenPersons implements MessageHandlerInterceptor<CommandMessage<?>> {
  private final PersonKeys keys;
  private final PersonalParts parts = new PersonalParts();

  ForgottenPersons(PersonKeys keys) {
    this.keys = keys;
  }

  @Override
  public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
      throws Exception {
    CommandMessage<?> command = work.getMessage();
    if (command.getPayload() instanceof PersonCommand) {
      return chain.proceed();
    }
    Optional<PersonId> forgotten = concerned(command).filter(this::contains).findFirst();
    return forgotten.isPresent()
        ? Receipt.rejected(new PersonIsForgotten(forgotten.get()))
        : chain.proceed();
  }

  private Stream<PersonId> concerned(CommandMessage<?> command) {
    Optional<Actor> account =
        Optional.ofNullable(command.getMetaData().get(MetaKeys.ACTOR))
            .map(it -> Actor.parse(it.toString()))
            .filter(it -> it.role() != Role.SYSTEM && it.role() != Role.RECIPIENT);
    return account.stream()
        .flatMap(it -> Stream.concat(Stream.of(PersonId.of(it)), parts.of(command.getPayload())));
  }

  public boolean contains(PersonId person) {
    return keys.find(person) instanceof Keyed.Forgotten;
  }
}
