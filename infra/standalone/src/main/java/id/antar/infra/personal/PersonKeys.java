package id.antar.infra.personal;

import id.antar.api.person.PersonId;
import java.util.Set;

/// The keys by which personal data is sealed, one per person.
interface PersonKeys {
  Keyed find(PersonId person);

  /// Has those that are not known at hand for [#find], fetched together.
  void fetch(Set<PersonId> persons);

  /// Makes the key if there is none. A person who is forgotten gets no other.
  Keyed keyOf(PersonId person);

  /// Forgets the person for ever: nothing that was sealed with the key can be read again, and
  /// nothing will be sealed.
  void drop(PersonId person);
}
