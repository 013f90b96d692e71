package id.antar.gateway.edge.trace;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Logs requests whose answer took long to begin, or whose client did not wait for it: by their
/// route, as a path may have in it what is nobody's business, and with the memory that the process
/// had in use. Streams and downloads may take their time.
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
public final class SlowRequests implements WebFilter {

  private static final Logger LOG = LoggerFactory.getLogger(SlowRequests.class);
  private static final int MEGABYTE = 1 << 20;
  private static final int UPGRADED = 101;

  private final Duration slow;
  private final LongSupplier nanoTime;

  /// @param slow from which time on; none is logged if it is zero
  public SlowRequests(Duration slow, LongSupplier nanoTime) {
    this.slow = slow;
    this.nanoTime = nanoTime;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (slow.isZero()) {
      return chain.filter(exchange);
    }
    long began = nanoTime.getAsLong();
    exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> ended(exchange, began)));
    return chain.filter(exchange).doOnCancel(() -> left(exchange, began));
  }

  private void left(ServerWebExchange exchange, long began) {
    if (!exchange.getResponse().isCommitted()) {
      ended(exchange, began);
    }
  }

  private void ended(ServerWebExchange exchange, long began) {
    long nanos = nanoTime.getAsLong() - began;
    if (nanos >= slow.toNanos() && isShort(exchange)) {
      Trail.of(exchange).logged(() -> log(exchange, TimeUnit.NANOSECONDS.toMillis(nanos)));
    }
  }

  /// What is answered with a document, a problem or nothing.
  private static boolean isShort(ServerWebExchange exchange) {
    HttpStatusCode status = exchange.getResponse().getStatusCode();
    MediaType type = exchange.getResponse().getHeaders().getContentType();
    return (status == null || status.value() != UPGRADED) && (type == null || isJson(type));
  }

  private static boolean isJson(MediaType type) {
    return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
  }

  private static void log(ServerWebExchange exchange, long millis) {
    HttpStatusCode status = exchange.getResponse().getStatusCode();
    Runtime process = Runtime.getRuntime();
    LOG.warn(
        "slow: {} {} -> {} after {} ms, {} MB of memory in use",
        exchange.getRequest().getMethod(),
        Route.of(exchange),
        status == null ? "(client gone)" : status.value(),
        millis,
        (process.totalMemory() - process.freeMemory()) / MEGABYTE);
  }
}
