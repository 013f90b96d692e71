package id.antar.gateway.edge.engine;

import java.time.Duration;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/// Policies with names, to be put into a chain by `transformDeferred`.
public final class Operators {

  private static final Duration STEP = Duration.ofMillis(25);

  private Operators() {}

  /// Fails with a `TimeoutException` when nothing came in time.
  public static <T> Function<Mono<T>, Publisher<T>> timeLimited(Duration limit) {
    return source -> source.timeout(limit);
  }

  /// Asks again while there is nothing.
  public static <T> Function<Mono<T>, Publisher<T>> askingAgain(Duration patience) {
    long tries = Math.max(0, patience.dividedBy(STEP));
    return source -> source.repeatWhenEmpty(empty -> empty.take(tries).delayElements(STEP));
  }

  /// Goes on without an answer when a part that is not essential fails or is late.
  public static <T> Function<Mono<T>, Publisher<T>> dispensable(
      Duration limit, Runnable whenMissing) {
    return source ->
        source
            .timeout(limit)
            .onErrorResume(_ -> {
              whenMissing.run();
              return Mono.empty();
            });
  }
}
