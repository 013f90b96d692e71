package id.antar.infra.health;

import id.antar.gateway.edge.guard.MetricsDoor;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// The port of a process without the gateway: health and metrics, and nothing else.
@Order(MetricsDoor.ORDER - 1)
final class NarrowDoor implements WebFilter {

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (isOpen(exchange.getRequest().getPath().value())) {
      return chain.filter(exchange);
    }
    exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
    return exchange.getResponse().setComplete();
  }

  private static boolean isOpen(String path) {
    return path.equals("/metrics") || path.equals("/health") || path.startsWith("/health/");
  }
}
