package id.antar.infra.trace;

import id.antar.api.message.MetaKeys;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/// The place in a trace as text, which travels in headers and in messages' metadata. What goes with
/// it at its sender's, the trace state, is left.
final class TraceParents {
  private static final TextMapGetter<String> ONLY =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String text) {
          return Map.of(MetaKeys.TRACE_PARENT, text).keySet();
        }

        @Override
        public @Nullable String get(@Nullable String text, String key) {
          return key.equals(MetaKeys.TRACE_PARENT) ? text : null;
        }
      };

  private TraceParents() {}

  /// Of text that may be anything; what is none is as if there were no text.
  static Context read(@Nullable String text) {
    return text == null
        ? Context.root()
        : W3CTraceContextPropagator.getInstance().extract(Context.root(), text, ONLY);
  }

  static String write(SpanContext span) {
    return "00-%s-%s-%s".formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags());
  }

  /// Where this thread is, else where the message was sent; if either is traced.
  static Optional<Context> cause(MetaData message) {
    return isTraced(Context.current()) ? Optional.of(Context.current()) : sent(message);
  }

  /// Where the message was sent, if that was traced.
  static Optional<Context> sent(MetaData message) {
    return message.get(MetaKeys.TRACE_PARENT) instanceof String text
        ? Optional.of(read(text)).filter(TraceParents::isTraced)
        : Optional.empty();
  }

  /// Of what is sent from here.
  static Map<String, String> here() {
    SpanContext span = Span.current().getSpanContext();
    return span.isSampled() ? Map.of(MetaKeys.TRACE_PARENT, write(span)) : Map.of();
  }

  private static boolean isTraced(Context context) {
    return Span.fromContext(context).getSpanContext().isSampled();
  }
}
