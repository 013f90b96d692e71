package id.antar.infra.trace;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.tracing.Span;

/// A span for each command that follows from something traced, where it is handled, and one where
/// it is sent if that may be another process. No command begins a trace.
final class CommandSpans implements CommandBusSpanFactory {
  private final Tracer tracer;

  CommandSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public Span createDispatchCommandSpan(CommandMessage<?> command, boolean distributed) {
    return distributed ? span("send ", SpanKind.PRODUCER, command) : AxonSpan.NONE;
  }

  @Override
  public Span createHandleCommandSpan(CommandMessage<?> command, boolean distributed) {
    return span("handle ", SpanKind.CONSUMER, command);
  }

  private Span span(String what, SpanKind kind, CommandMessage<?> command) {
    return TraceParents.cause(command.getMetaData())
        .<Span>map(cause ->
            new AxonSpan(
                tracer
                    .spanBuilder(what + command.getPayloadType().getSimpleName())
                    .setParent(cause)
                    .setSpanKind(kind)))
        .orElse(AxonSpan.NONE);
  }

  @Override
  public <C> CommandMessage<C> propagateContext(CommandMessage<C> command) {
    return command.andMetaData(TraceParents.here());
  }
}
