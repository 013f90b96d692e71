package id.antar.infra.personal;

import id.antar.api.person.PersonId;
import java.util.Optional;

/// The keys by which personal data is sealed, one per person.
interface PersonKeys {
  /// The person's key, made now if there is none.
  PersonKey keyOf(PersonId person);

  Optional<PersonKey> find(PersonId person);

  /// Forgets the person: nothing that was sealed with the key can be read again.
  void drop(PersonId person);
}
