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

/// Measures how late events come to where they are seen: for each the real time from when it was
/// recorded, before it was durable, until what is done with it is done and has been committed.
final class EventLag implements MessageHandlerInterceptor<EventMessage<?>> {

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(20),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(200),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final EngineClock clock;
  private final Instant from;
  private final Timer timer;

  private EventLag(EngineClock clock, Instant from, Timer timer) {
    this.clock = clock;
    this.from = from;
    this.timer = timer;
  }

  /// @param processor of the view
  static EventLag ofView(EngineClock clock, MeterRegistry meters, String processor) {
    return new EventLag(
        clock,
        Instant.MIN,
        Timer.builder("antar.projection.lag")
            .description("From the recording of an event to its being in the view")
            .tag("processor", processor)
            .publishPercentiles(0.5, 0.99)
            .percentilePrecision(2)
            .distributionStatisticExpiry(WINDOW)
            .register(meters));
  }

  /// Of what is told to those who watch, but for what was recorded before this process began.
  static EventLag ofStream(EngineClock clock, MeterRegistry meters) {
    return new EventLag(
        clock,
        clock.instant(),
        Timer.builder("antar.fact.fanout")
            .description("From the recording of an event to its hand-over to the streams' sockets")
            .serviceLevelObjectives(BUCKETS)
            .register(meters));
  }

  @Override
  public Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain)
      throws Exception {
    Instant recordedAt = work.getMessage().getTimestamp();
    if (!recordedAt.isBefore(from)) {
      work.afterCommit(_ -> timer.record(since(recordedAt)));
    }
    return chain.proceed();
  }

  private Duration since(Instant recordedAt) {
    return clock.toReal(Duration.between(recordedAt, clock.instant()));
  }
}
