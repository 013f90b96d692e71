package id.antar.query.projection;

import id.antar.api.person.PersonId;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Where rows are opened: away from the driver's event loop, because what is sealed in them may
/// need keys that have to be fetched.
final class Opening {

  /// As [id.antar.api.person.Personal] is stored.
  private static final Pattern SEALED_FOR =
      Pattern.compile("\\{\"person\":\"([^\"\\\\]+)\",\"sealed\":\"");

  private final Scheduler threads;
  private final FetchPersonKeys keys;

  Opening(Scheduler threads, FetchPersonKeys keys) {
    this.threads = threads;
    this.keys = keys;
  }

  <T> Mono<T> elsewhere(Mono<T> rows) {
    return rows.publishOn(threads);
  }

  /// All at once, before each is asked for.
  void fetchKeysOf(Collection<String> texts) {
    Set<PersonId> persons =
        texts.stream()
            .flatMap(text -> SEALED_FOR.matcher(text).results())
            .map(found -> new PersonId(found.group(1)))
            .collect(Collectors.toSet());
    if (persons.size() > 1) {
      keys.fetch(persons);
    }
  }
}
