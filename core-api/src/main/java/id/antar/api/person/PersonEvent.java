package id.antar.api.person;

import id.antar.api.message.Actor;
import id.antar.api.person.PersonCommand.Ground;
import java.time.Instant;

/// Facts about one person.
public sealed interface PersonEvent {
  PersonId personId();

  Instant occurredAt();

  /// From here on nothing that is personal to this person is kept anywhere. Whoever holds more than
  /// sealed values, such as sessions, lets go of it.
  ///
  /// @param by who asked for it
  record PersonForgotten(PersonId personId, Actor by, Ground ground, Instant occurredAt)
      implements PersonEvent {}
}
