package id.antar.infra.messages;

import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SimpleQueryBus;

/// Measures a query until its answer is there; the bus' own monitor is told of the handler's
/// return, which is only a promise.
final class TimedQueryBus extends SimpleQueryBus {

  private final MessageTimers timers;

  TimedQueryBus(Builder settings, MessageTimers timers) {
    super(settings);
    this.timers = timers;
  }

  @Override
  public <Q, R> CompletableFuture<QueryResponseMessage<R>> query(QueryMessage<Q, R> query) {
    var measuring = timers.onMessageIngested(query);
    return super.query(query)
        .whenComplete((answer, failure) -> {
          if (failure == null && !answer.isExceptional()) {
            measuring.reportSuccess();
          } else {
            measuring.reportFailure(failure);
          }
        });
  }
}
