package id.antar.infra.trace;

import id.antar.api.time.EngineClock;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// A span for each event that one processor handles, in the trace that the event was stored in and
/// linked to what stored it. An old event has none, and its metadata is not read.
final class TracedEvents implements MessageHandlerInterceptor<EventMessage<?>> {
  private final Tracer tracer;
  private final EngineClock clock;
  private final Duration follow;
  private final String processor;

  TracedEvents(Tracer tracer, EngineClock clock, Duration follow, String processor) {
    this.tracer = tracer;
    this.clock = clock;
    this.follow = follow;
    this.processor = processor;
  }

  @Override
  public Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain)
      throws Exception {
    EventMessage<?> event = work.getMessage();
    Optional<Context> cause =
        isRecent(event) ? TraceParents.sent(event.getMetaData()) : Optional.empty();
    return cause.isPresent() ? traced(event, cause.get(), chain) : chain.proceed();
  }

  private boolean isRecent(EventMessage<?> event) {
    Duration age = Duration.between(event.getTimestamp(), clock.instant());
    return clock.toReal(age).compareTo(follow) <= 0;
  }

  private Object traced(EventMessage<?> event, Context cause, InterceptorChain chain)
      throws Exception {
    Span span =
        tracer
            .spanBuilder(processor + " " + event.getPayloadType().getSimpleName())
            .setParent(cause)
            .addLink(Span.fromContext(cause).getSpanContext())
            .setSpanKind(SpanKind.CONSUMER)
            .startSpan();
    try (var _ = span.makeCurrent()) {
      return chain.proceed();
    } catch (Exception e) {
      AxonSpan.failed(span, e);
      throw e;
    } finally {
      span.end();
    }
  }
}
