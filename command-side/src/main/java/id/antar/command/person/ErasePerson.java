package id.antar.command.person;

import id.antar.api.person.PersonId;

/// Destroys what makes a person's data readable, and removes what is not sealed. Doing it twice is
/// doing it once.
@FunctionalInterface
public interface ErasePerson {
  void erase(PersonId person);
}
