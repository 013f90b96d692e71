package id.antar.infra.messages;

import id.antar.api.time.EngineClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// Measures how late a view is: for each of its events the real time from when it was recorded,
/// before it was durable, until the view's transaction with it has ended.
final class ProjectionLag implements MessageHandlerInterceptor<EventMessage<?>> {

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final EngineClock clock;
  private final Timer timer;

  /// @param processor whose events are measured
  ProjectionLag(EngineClock clock, MeterRegistry meters, String processor) {
    this.clock = clock;
    this.timer =
        Timer.builder("antar.projection.lag")
            .description("From the recording of an event to its being in the view")
            .tag("processor", processor)
            .publishPercentiles(0.5, 0.99)
            .percentilePrecision(2)
            .distributionStatisticExpiry(WINDOW)
            .register(meters);
  }

  @Override
  public Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain)
      throws Exception {
    Instant recordedAt = work.getMessage().getTimestamp();
    work.afterCommit(_ -> timer.record(since(recordedAt)));
    return chain.proceed();
  }

  private Duration since(Instant recordedAt) {
    return clock.toReal(Duration.between(recordedAt, clock.instant()));
  }
}
