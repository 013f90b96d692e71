package id.antar.command.person;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.person.PersonCommand;
import id.antar.api.person.PersonCommand.ForgetPerson;
import id.antar.api.person.PersonEvent;
import id.antar.api.person.PersonEvent.PersonForgotten;
import id.antar.api.person.PersonRejection.PersonStillInvolved;
import id.antar.command.decider.Decision;

/// Whether a person is still known.
sealed interface PersonState {

  record Remembered() implements PersonState {}

  record Forgotten() implements PersonState {}

  default Decision<PersonEvent> decide(PersonCommand command) {
    return switch (this) {
      case Remembered _ ->
          switch (command) {
            case ForgetPerson c -> forget(c);
          };
      case Forgotten _ -> satisfied();
    };
  }

  private static Decision<PersonEvent> forget(ForgetPerson c) {
    return c.involvedIn().isEmpty()
        ? accept(new PersonForgotten(c.personId(), c.by(), c.ground(), c.occurredAt()))
        : reject(new PersonStillInvolved(c.personId(), c.involvedIn()));
  }

  default PersonState evolve(PersonEvent event) {
    return switch (event) {
      case PersonForgotten _ -> new Forgotten();
    };
  }
}
