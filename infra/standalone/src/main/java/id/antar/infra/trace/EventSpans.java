package id.antar.infra.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;

/// Events are noted in the span of what they follow from, which is stored with each; they become
/// durable in a span of their own.
final class EventSpans implements EventBusSpanFactory {
  private final Tracer tracer;

  EventSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public org.axonframework.tracing.Span createPublishEventSpan(EventMessage<?> event) {
    return AxonSpan.NONE;
  }

  @Override
  public org.axonframework.tracing.Span createCommitEventsSpan() {
    return Span.current().getSpanContext().isSampled()
        ? new AxonSpan(tracer.spanBuilder("append events").setParent(Context.current()))
        : AxonSpan.NONE;
  }

  @Override
  public <T> EventMessage<T> propagateContext(EventMessage<T> event) {
    Span.current().addEvent(event.getPayloadType().getSimpleName());
    return event.andMetaData(TraceParents.here());
  }
}
