package id.antar.infra.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import org.axonframework.tracing.NoOpSpanFactory.NoOpSpan;
import org.axonframework.tracing.SpanScope;

/// A span as the framework sees it. Of what goes wrong it keeps the type: a message may have
/// something personal in it.
final class AxonSpan implements org.axonframework.tracing.Span {
  static final org.axonframework.tracing.Span NONE = NoOpSpan.INSTANCE;

  private final SpanBuilder builder;
  private Span span = Span.getInvalid();

  AxonSpan(SpanBuilder builder) {
    this.builder = builder;
  }

  @Override
  public AxonSpan start() {
    span = builder.startSpan();
    return this;
  }

  /// To be closed by who makes it current.
  @Override
  @SuppressWarnings("MustBeClosedChecker")
  public SpanScope makeCurrent() {
    Scope scope = span.makeCurrent();
    return scope::close;
  }

  @Override
  public void end() {
    span.end();
  }

  @Override
  public AxonSpan recordException(Throwable failure) {
    failed(span, failure);
    return this;
  }

  @Override
  public AxonSpan addAttribute(String key, String value) {
    span.setAttribute(key, value);
    return this;
  }

  static void failed(Span span, Throwable failure) {
    span.setStatus(StatusCode.ERROR);
    span.setAttribute("error.type", failure.getClass().getName());
  }
}
