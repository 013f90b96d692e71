package id.antar.query.projection;

import id.antar.api.person.PersonId;
import java.util.Set;

/// Has the keys of some persons at hand, fetched together, before their data is opened. May block.
@FunctionalInterface
public interface FetchPersonKeys {

  void fetch(Set<PersonId> persons);
}
