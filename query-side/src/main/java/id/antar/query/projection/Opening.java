package id.antar.query.projection;

import java.util.Collection;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Where rows are opened: away from the driver's event loop, because what is sealed in them may
/// need keys that have to be fetched.
final class Opening {

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
    keys.fetchAllIn(texts);
  }
}
