package id.antar.query.projection;

import id.antar.api.person.PersonId;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Has the keys of some persons at hand, fetched together, before their data is opened. May block.
@FunctionalInterface
public interface FetchPersonKeys {

  /// As [id.antar.api.person.Personal] is stored.
  Pattern SEALED_FOR = Pattern.compile("\\{\"person\":\"([^\"\\\\]+)\",\"sealed\":\"");

  void fetch(Set<PersonId> persons);

  /// Of all whose data is in these texts, if they are several.
  default void fetchAllIn(Collection<String> texts) {
    Set<PersonId> persons =
        texts.stream()
            .flatMap(text -> SEALED_FOR.matcher(text).results())
            .map(found -> new PersonId(found.group(1)))
            .collect(Collectors.toSet());
    if (persons.size() > 1) {
      fetch(persons);
    }
  }
}
