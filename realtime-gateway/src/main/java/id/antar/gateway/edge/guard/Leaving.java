package id.antar.gateway.edge.guard;

import id.antar.gateway.edge.problem.Problem;
import java.time.Duration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// While the gateway is about to stop, new requests and streams are sent elsewhere, over another
/// connection; what is under way goes on.
@Order(Leaving.ORDER)
final class Leaving
    implements WebFilter, ApplicationListener<AvailabilityChangeEvent<ReadinessState>> {

  static final int ORDER = -280;

  private static final Duration WAIT = Duration.ofSeconds(1);

  private volatile boolean leaving;

  @Override
  public void onApplicationEvent(AvailabilityChangeEvent<ReadinessState> change) {
    leaving = change.getState() == ReadinessState.REFUSING_TRAFFIC;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return leaving && !isAboutThisProcess(exchange.getRequest().getPath().value())
        ? Mono.error(() ->
            Problem.of(503, "leaving", "This gateway is about to stop. Another one is there.")
                .retryAfter(WAIT)
                .withHeader("Connection", "close")
                .asException())
        : chain.filter(exchange);
  }

  private static boolean isAboutThisProcess(String path) {
    return path.equals("/metrics") || path.equals("/health") || path.startsWith("/health/");
  }
}
