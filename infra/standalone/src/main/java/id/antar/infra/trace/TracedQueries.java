package id.antar.infra.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;
import org.jspecify.annotations.Nullable;

/// A span for each query that something traced asks, where it is answered and until it is.
final class TracedQueries implements MessageHandlerInterceptor<QueryMessage<?, ?>> {
  private final Tracer tracer;

  TracedQueries(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends QueryMessage<?, ?>> work, InterceptorChain chain) throws Exception {
    QueryMessage<?, ?> query = work.getMessage();
    Optional<Context> cause = TraceParents.cause(query.getMetaData());
    return cause.isPresent() ? traced(query, cause.get(), chain) : chain.proceed();
  }

  private @Nullable Object traced(QueryMessage<?, ?> query, Context cause, InterceptorChain chain)
      throws Exception {
    Span span =
        tracer
            .spanBuilder("answer " + query.getPayloadType().getSimpleName())
            .setParent(cause)
            .setSpanKind(SpanKind.CONSUMER)
            .startSpan();
    try (var _ = span.makeCurrent()) {
      Object answer = chain.proceed();
      if (answer instanceof CompletionStage<?> later) {
        return later.whenComplete((_, failure) -> end(span, failure));
      }
      end(span, null);
      return answer;
    } catch (Throwable e) {
      end(span, e);
      throw e;
    }
  }

  private static void end(Span span, @Nullable Throwable failure) {
    if (failure != null) {
      AxonSpan.failed(span, failure);
    }
    span.end();
  }
}
