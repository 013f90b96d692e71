package id.antar.gateway.edge.trace;

import id.antar.api.message.MetaKeys;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.server.ServerWebExchange;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/// What one thing that happens is told apart by, wherever it is worked on: it travels with what is
/// sent, and stands in each line of the log.
///
/// @param requestId the request that it began with
/// @param traceParent where in a trace it is, as W3C Trace Context text; null if it is not traced
public record Trail(@Nullable String requestId, @Nullable String traceParent) {

  /// In the log, by the names of the Elastic Common Schema.
  public static final String LOGGED_REQUEST = "http.request.id";

  public static final String LOGGED_TRACE = "trace.id";

  private static final Trail NONE = new Trail(null, null);
  private static final String ATTRIBUTE = Trail.class.getName();
  private static final int TRACE_BEGINS = 3;
  private static final int TRACE_ENDS = 35;

  public static Trail of(ServerWebExchange exchange) {
    Trail traced = exchange.getAttribute(ATTRIBUTE);
    return traced == null ? new Trail(RequestIds.of(exchange), null) : traced;
  }

  /// Remembers that this request is traced.
  public static Trail trace(ServerWebExchange exchange, String traceParent) {
    var trail = new Trail(RequestIds.of(exchange), traceParent);
    exchange.getAttributes().put(ATTRIBUTE, trail);
    return trail;
  }

  /// What a message says of where it comes from.
  public static Trail of(Map<String, ?> metaData) {
    return new Trail(
        text(metaData.get(MetaKeys.REQUEST_ID)), text(metaData.get(MetaKeys.TRACE_PARENT)));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  public static Trail in(ContextView context) {
    return context.hasKey(Trail.class) ? context.get(Trail.class) : NONE;
  }

  public Context in(Context context) {
    return context.put(Trail.class, this);
  }

  public @Nullable String traceId() {
    return traceParent == null || traceParent.length() < TRACE_ENDS
        ? null
        : traceParent.substring(TRACE_BEGINS, TRACE_ENDS);
  }

  public Map<String, String> metaData() {
    var meta = new HashMap<>(trace());
    if (requestId != null) {
      meta.put(MetaKeys.REQUEST_ID, requestId);
    }
    return meta;
  }

  /// The same without the request, where that is known.
  public Map<String, String> trace() {
    return traceParent == null ? Map.of() : Map.of(MetaKeys.TRACE_PARENT, traceParent);
  }

  /// Whatever this thread logs while it works says what it is about.
  public <R> R logged(Supplier<R> work) {
    try (var _ = log()) {
      return work.get();
    }
  }

  public void logged(Runnable work) {
    try (var _ = log()) {
      work.run();
    }
  }

  /// The same until it is closed.
  public Logged log() {
    var before = new Logged(MDC.get(LOGGED_REQUEST), MDC.get(LOGGED_TRACE));
    put(LOGGED_REQUEST, requestId);
    put(LOGGED_TRACE, traceId());
    return before;
  }

  /// What was in the log before.
  public record Logged(@Nullable String request, @Nullable String trace) implements AutoCloseable {
    @Override
    public void close() {
      put(LOGGED_REQUEST, request);
      put(LOGGED_TRACE, trace);
    }
  }

  private static void put(String key, @Nullable String value) {
    if (value == null) {
      MDC.remove(key);
    } else {
      MDC.put(key, value);
    }
  }
}
