package id.antar.infra.meters;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Something that is asked for now and then, for gauges to show. They show what is not a number
/// while it is not known, as before the first answer and where nothing is read.
public final class Polled<T> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Polled.class);

  private final Duration period;
  private final Supplier<CompletableFuture<T>> ask;
  private @Nullable Disposable asking;
  private volatile @Nullable T latest;

  private Polled(Duration period, Supplier<CompletableFuture<T>> ask) {
    this.period = period;
    this.ask = ask;
  }

  /// @param period of real time; what is not answered within it is not known
  public static <T> Polled<T> every(Duration period, Supplier<CompletableFuture<T>> ask) {
    var polled = new Polled<>(period, ask);
    polled.asking =
        Flux.interval(period).onBackpressureDrop().concatMap(_ -> polled.look()).subscribe();
    return polled;
  }

  /// One look, and what is asked for becomes known or unknown.
  Mono<T> look() {
    return Mono.fromFuture(ask)
        .timeout(period)
        .doOnNext(found -> latest = found)
        .onErrorResume(failure -> {
          LOG.debug("Not known.", failure);
          latest = null;
          return Mono.empty();
        });
  }

  public double value(ToDoubleFunction<T> of) {
    T known = latest;
    return known == null ? Double.NaN : of.applyAsDouble(known);
  }

  @Override
  public void close() {
    Disposable polling = asking;
    if (polling != null) {
      polling.dispose();
    }
  }
}
