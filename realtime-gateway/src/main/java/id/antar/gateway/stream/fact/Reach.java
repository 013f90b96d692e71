package id.antar.gateway.stream.fact;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import reactor.core.publisher.Mono;

/// Waits until the feed has come as far as somebody knows already: it follows the store at a small
/// distance.
final class Reach {

  private static final Duration STEP = Duration.ofMillis(10);

  private final FactLog log;
  private final StoreReads store;
  private final Duration patience;
  private volatile boolean caughtUp;

  Reach(FactLog log, StoreReads store, Duration patience) {
    this.log = log;
    this.store = store;
    this.patience = patience;
  }

  /// What had happened before the start is not news to anybody.
  Mono<Void> caughtUp() {
    return caughtUp
        ? Mono.empty()
        : begun()
            .then(store.ask(StoredFacts::head))
            .flatMap(this::passed)
            .doOnSuccess(_ -> caughtUp = true);
  }

  private Mono<Void> begun() {
    return store
        .ask(it -> it.begunAfter(FactFeed.GROUP))
        .doOnNext(begun -> begun.ifPresent(index -> log.beginAt(new Cursor(index, List.of()))))
        .then(until(log::hasBegun));
  }

  Mono<Void> passed(long index) {
    return until(() -> log.position().index() >= index && log.hasPassed(index));
  }

  /// Until nothing is published any more that was heard at the cursor, which may be of a gateway
  /// that is ahead. What is missing here and in the store as well, nobody has heard.
  Mono<Void> undisputed(Cursor cursor) {
    List<Long> disputed =
        log.position().gaps().stream().filter(gap -> !cursor.isBefore(gap)).toList();
    return disputed.isEmpty()
        ? Mono.empty()
        : store
            .ask(it -> it.present(disputed))
            .flatMap(present -> until(() -> present.stream().allMatch(log::hasPassed)));
  }

  private Mono<Void> until(BooleanSupplier reached) {
    return Mono.fromSupplier(reached::getAsBoolean)
        .filter(it -> it)
        .repeatWhenEmpty(empty -> empty.delayElements(STEP))
        .timeout(patience)
        .then();
  }
}
