package id.antar.command.person;

import static id.antar.command.decider.Deciding.answer;

import id.antar.api.message.Receipt;
import id.antar.api.person.PersonCommand.ForgetPerson;
import id.antar.api.person.PersonEvent;
import id.antar.command.decider.Decides;
import id.antar.command.decider.StreamId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// A person, as Axon keeps them.
final class Person {

  @AggregateIdentifier private @Nullable String id;
  private PersonState state = new PersonState.Remembered();

  @Decides
  Receipt handle(ForgetPerson command) {
    return answer(state.decide(command));
  }

  @EventSourcingHandler
  void on(PersonEvent event) {
    id = StreamId.of(event.personId());
    state = state.evolve(event);
  }
}
