package id.antar.infra.payment.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// First come, first served: so many calls are under way at once, so many may wait for their turn,
/// and what is more is not begun.
final class WaitingLine {
  private final Sinks.Many<Mono<Void>> line;

  WaitingLine(int atOnce, int waiting) {
    this.line = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(waiting));
    var _ = line.asFlux().flatMap(turn -> turn, atOnce, 1).subscribe();
  }

  static final class FullException extends RuntimeException {
    FullException() {
      super("Too many wait already.");
    }
  }

  /// @param call which is not empty; begun when its turn comes
  <T> CompletableFuture<T> join(Mono<T> call) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Mono<Void> turn =
        call.doOnNext(answer::complete)
            .doOnError(answer::completeExceptionally)
            .onErrorComplete()
            .then();
    if (enter(turn).isFailure()) {
      answer.completeExceptionally(new FullException());
    }
    return answer;
  }

  /// The sink takes one at a time.
  private synchronized Sinks.EmitResult enter(Mono<Void> turn) {
    return line.tryEmitNext(turn);
  }
}
