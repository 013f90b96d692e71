package id.antar.infra.payment.http;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/// From the gateway's way of waiting to the command side's.
public final class Futures {
  private Futures() {}

  /// @param one which is not empty
  public static <T> CompletableFuture<T> of(Mono<T> one) {
    return one.toFuture().thenApply(Objects::requireNonNull);
  }
}
