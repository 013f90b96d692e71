package id.antar.infra.trace;

import id.antar.api.message.MetaKeys;
import id.antar.gateway.edge.trace.Trail;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// A span for each request that is chosen, until its answer begins. It has the route and never the
/// path, in which there may be an address or a token. Streams and probes have none.
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class TracedRequests implements WebFilter {
  static final String HEADER = "X-Trace-Id";

  private static final int OUR_FAULT = 500;

  private final Tracer tracer;

  TracedRequests(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!isOfInterest(exchange.getRequest())) {
      return chain.filter(exchange);
    }
    Span span = begin(exchange.getRequest());
    return span.getSpanContext().isSampled()
        ? traced(exchange, chain, span)
        : chain.filter(exchange);
  }

  /// Some clients offer another protocol with each request: that is no stream.
  private static boolean isOfInterest(ServerHttpRequest request) {
    return request.getPath().value().startsWith("/v1/")
        && !header(request, HttpHeaders.UPGRADE).equalsIgnoreCase("websocket")
        && !header(request, HttpHeaders.ACCEPT).contains("text/event-stream");
  }

  private static String header(ServerHttpRequest request, String name) {
    return Objects.requireNonNullElse(request.getHeaders().getFirst(name), "");
  }

  private Span begin(ServerHttpRequest request) {
    String method = name(request.getMethod());
    return tracer
        .spanBuilder(method)
        .setParent(TraceParents.read(request.getHeaders().getFirst(MetaKeys.TRACE_PARENT)))
        .setSpanKind(SpanKind.SERVER)
        .setAttribute("http.request.method", method)
        .startSpan();
  }

  /// A client may make methods up.
  private static String name(HttpMethod method) {
    return Arrays.asList(HttpMethod.values()).contains(method) ? method.name() : "_OTHER";
  }

  private static Mono<Void> traced(ServerWebExchange exchange, WebFilterChain chain, Span span) {
    Trail trail = Trail.trace(exchange, TraceParents.write(span.getSpanContext()));
    var response = exchange.getResponse();
    response.getHeaders().set(HEADER, span.getSpanContext().getTraceId());
    response.beforeCommit(() -> Mono.fromRunnable(() -> end(exchange, span)));
    return chain.filter(exchange).doOnCancel(() -> end(exchange, span)).contextWrite(trail::in);
  }

  /// The second time it has no effect.
  private static void end(ServerWebExchange exchange, Span span) {
    Object route = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (route != null) {
      span.updateName(name(exchange.getRequest().getMethod()) + " " + route);
      span.setAttribute("http.route", route.toString());
    }
    span.setAttribute("http.request.id", Trail.of(exchange).requestId());
    tell(span, exchange.getResponse().getStatusCode());
    span.end();
  }

  private static void tell(Span span, @Nullable HttpStatusCode status) {
    if (status != null) {
      span.setAttribute("http.response.status_code", (long) status.value());
      if (status.value() >= OUR_FAULT) {
        span.setStatus(StatusCode.ERROR);
      }
    }
  }
}
