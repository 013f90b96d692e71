package id.antar.api.person;

import id.antar.api.message.Actor;
import java.time.Instant;
import java.util.List;

/// What can be asked about a person.
public sealed interface PersonCommand {
  PersonId personId();

  Instant occurredAt();

  /// Everything personal is to become unreadable, for ever.
  ///
  /// @param involvedIn what the person is still needed for, as `order:…` or `shift`; with any of it
  ///   the command is refused
  record ForgetPerson(
      PersonId personId, Actor by, Ground ground, List<String> involvedIn, Instant occurredAt)
      implements PersonCommand {
    public ForgetPerson {
      involvedIn = List.copyOf(involvedIn);
    }
  }

  /// Why somebody is forgotten. There is no text, which might name the person.
  enum Ground {
    /// The person asked, with their own account.
    OWN_REQUEST,
    /// An admin does it for a person who asked otherwise.
    ON_BEHALF,
    /// The law or a contract demands it.
    DUTY
  }
}
