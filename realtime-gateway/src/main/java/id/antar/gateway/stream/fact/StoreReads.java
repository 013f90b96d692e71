package id.antar.gateway.stream.fact;

import java.time.Duration;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Reads of the event store, few at once and never on an event loop. Whoever has to wait too long
/// is told to try again.
final class StoreReads {

  private final StoredFacts store;
  private final Scheduler scheduler;
  private final Duration patience;

  StoreReads(StoredFacts store, Scheduler scheduler, Duration patience) {
    this.store = store;
    this.scheduler = scheduler;
    this.patience = patience;
  }

  <T> Mono<T> ask(Function<StoredFacts, T> question) {
    return Mono.fromCallable(() -> question.apply(store)).subscribeOn(scheduler).timeout(patience);
  }
}
